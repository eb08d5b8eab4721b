# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The login of an organisation that does not exist: right, or wrong in one way that a test chooses."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "wijkverhaal", "geheim-van-de-proef"


class FakeOrganisation:
    """What the tests set, and what the site asked."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signing_key: Any = self.key
        self.address = ""
        self.claims: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.algorithm = "RS256"
        self.nonce = self.challenge = ""
        self.token_requests: list[dict[str, str]] = []

    def configuration(self) -> dict[str, Any]:
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
        return {"issuer": self.address} | {name: f"{self.address}/{name}" for name in names}

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "een", "use": "sig", "alg": "RS256"}]}

    def asked(self, location: str) -> dict[str, str]:
        """The browser arrives here; what it brought."""
        told = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        self.nonce, self.challenge = told.get("nonce", ""), told.get("code_challenge", "")
        return told

    def token(self) -> str:
        now = int(time.time())
        told = {"iss": self.address, "aud": CLIENT, "sub": "nr-1", "iat": now, "exp": now + 300}
        claims = {**told, "nonce": self.nonce, **self.claims}
        present = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(present, self.signing_key, algorithm=self.algorithm, headers={"kid": "een"})

    def exchange(self, asked: dict[str, str]) -> dict[str, Any] | None:
        """The tokens for a code, for who proves to have begun the visit."""
        self.token_requests.append(asked)
        proof = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(proof).rstrip(b"=").decode() != self.challenge:
            return None
        return {"access_token": "toegang", "token_type": "Bearer", "id_token": self.token()}


@contextmanager
def running(fake: FakeOrganisation) -> Iterator[None]:
    """Serve it for a while, on this machine only."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers = {
                "/.well-known/openid-configuration": fake.configuration,
                "/jwks_uri": fake.keys,
                "/userinfo_endpoint": lambda: fake.userinfo,
            }
            self._answer(answers[self.path]())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(fake.exchange({name: values[0] for name, values in parse_qs(body).items()}))

        def _answer(self, told: Any) -> None:
            self.send_response(200 if told is not None else 400)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told or {}).encode())

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
