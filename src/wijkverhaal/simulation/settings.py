# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one can choose about the fictional country."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: Two digits name a wijk within its gemeente, and 00 is not used.
LARGEST_GEMEENTE = 99
#: Codes GM9001 to GM9999: the real ones never start with a 9.
MOST_GEMEENTEN = 999
MOST_REGIONS = 99

#: What one standard deviation of a determinant does to the logit of the rate.
COEFFICIENTS: Mapping[str, float] = {
    "a_00_14/a_inw": 0.020,
    "a_65_oo/a_inw": -0.015,
    "a_gesch/a_inw": 0.035,
    "a_hh_m_k/a_hh": -0.015,
    "a_soz_wb/a_inw": 0.030,
    "a_soz_ao/a_inw": 0.035,
    "p_hh_li": 0.020,
    "p_ink_hi": -0.025,
    "a_opl_lg/a_opl": 0.020,
    "a_nw_all/a_inw": -0.040,
    "p_koopw": -0.025,
    "p_arb_pp": -0.015,
}

#: The neighbourhood explains nothing unless somebody says so.
NEIGHBOURHOOD: Mapping[str, float] = {"sociale_samenhang": 0.0, "veiligheid": 0.0, "voorzieningen": 0.0}


@dataclass(frozen=True)
class TrueDifference:
    """A share of the wijken, drawn by chance, whose true rate is `size` above or below expected here."""

    share: float = 0.05
    size: float = 0.30


@dataclass(frozen=True)
class CountrySettings:
    """The size of the fictional country, and the truth behind its figures.

    Attributes
    ----------
    gemeenten, wijken, regions : int
        How many there are of each.
    years : tuple of int
        The years that are published, one after the other.
    median_youths : float
        Youths of 0 to 22 in the median wijk.
    intercept : float
        Logit of the rate where all determinants are average and all effects zero.
    wijk_sd, gemeente_sd, region_sd : float
        Standard deviations of the effects, on the logit.
    wijk_persistence, gemeente_persistence : float
        Correlation of an effect between two years that follow each other.
    coefficients : mapping of determinant to float
        Effect of one standard deviation, on the logit.
    neighbourhood : mapping of neighbourhood indicator to float
        The same for cohesion, safety and amenities; zero makes them noise.
    coverage_median, coverage_low, coverage_minimum : float
        Share of a gemeente's users that is placed in a wijk: its median over gemeenten, its 5th
        percentile and its smallest possible value.
    users_stay : float
        Correlation between having care in one year and in the next, of one youth: 0 draws the users
        of every year anew, and real users stay.
    missing_gemeenten : float
        Share of the gemeenten that have no rows in the table of youth care.
    true_difference : TrueDifference, mapping of wijk code to relative difference, or None
        Wijken whose rate differs by a known amount from what is to be expected here: 0.30 is 30%
        above it, -0.30 is 30% below it. It takes the place of the wijk's own effect.

    Raises
    ------
    InputError
        When such a country cannot exist.
    """

    gemeenten: int = 340
    wijken: int = 3300
    regions: int = 42
    years: tuple[int, ...] = (2021, 2022)
    median_youths: float = 750.0
    intercept: float = -2.18
    wijk_sd: float = 0.18
    gemeente_sd: float = 0.16
    region_sd: float = 0.10
    wijk_persistence: float = 0.90
    gemeente_persistence: float = 0.97
    coefficients: Mapping[str, float] = field(default_factory=lambda: dict(COEFFICIENTS))
    neighbourhood: Mapping[str, float] = field(default_factory=lambda: dict(NEIGHBOURHOOD))
    coverage_median: float = 0.90
    coverage_low: float = 0.70
    coverage_minimum: float = 0.35
    users_stay: float = 0.0
    missing_gemeenten: float = 0.06
    true_difference: TrueDifference | Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        self._check_size()
        self._check_names(self.coefficients, COEFFICIENTS)
        self._check_names(self.neighbourhood, NEIGHBOURHOOD)
        if not 0 < self.coverage_minimum <= self.coverage_low < self.coverage_median < 1:
            raise InputError(
                _("De dekking van het verzonnen land klopt niet; geef minimum, laag en mediaan oplopend.")
            )
        if min(self.wijk_sd, self.gemeente_sd, self.region_sd) < 0:
            raise InputError(_("Een spreiding van het verzonnen land is negatief; geef nul of meer."))
        if not 0 <= self.users_stay < 1:
            raise InputError(
                _("Het deel van de jongeren dat zorg houdt is {share}; geef een getal van 0 tot 1.").format(
                    share=self.users_stay
                )
            )
        if not 0 <= self.missing_gemeenten < 1:
            raise InputError(
                _("Het deel gemeenten zonder cijfers is {share}; geef een getal van 0 tot 1.").format(
                    share=self.missing_gemeenten
                )
            )

    def _check_size(self) -> None:
        fits = (
            1 <= self.regions <= min(self.gemeenten, MOST_REGIONS)
            and self.gemeenten <= min(self.wijken, MOST_GEMEENTEN)
            and self.wijken <= self.gemeenten * LARGEST_GEMEENTE // 2
        )
        if not fits:
            raise InputError(
                _(
                    "Een verzonnen land met {wijken} wijken, {gemeenten} gemeenten en {regions} regio's"
                    " kan niet; kies per gemeente 1 tot 49 wijken, en niet meer regio's dan gemeenten."
                ).format(wijken=self.wijken, gemeenten=self.gemeenten, regions=self.regions)
            )
        if not self.years or list(self.years) != list(range(self.years[0], self.years[0] + len(self.years))):
            raise InputError(
                _("De jaren {years} volgen niet op elkaar; geef jaren als 2021 en 2022.").format(
                    years=", ".join(map(str, self.years))
                )
            )

    @staticmethod
    def _check_names(given: Mapping[str, float], known: Mapping[str, float]) -> None:
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise InputError(
                _("Het kenmerk {name} bestaat niet in het verzonnen land; kies uit {known}.").format(
                    name=unknown[0], known=", ".join(known)
                )
            )


DEFAULT_SETTINGS = CountrySettings()
