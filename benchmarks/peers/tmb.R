# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
# Rscript tmb.R FOLDER LIBRARY: fits the country in FOLDER with TMB at its mode, and draws.
suppressMessages({library(TMB); library(Matrix)})
given <- commandArgs(TRUE); folder <- given[1]
dyn.load(given[2]); dll <- sub("\\.so$", "", basename(given[2]))
number <- function(name) {
  path <- file.path(folder, paste0(name, ".bin")); readBin(path, "double", file.size(path) / 8)
}
size <- as.integer(number("size"))  # observations, coefficients, areas, gemeenten, years, draws
names(size) <- c("observations", "coefficients", "areas", "gemeenten", "years", "draws")
years <- size[["years"]]; several <- years > 1
data <- list(
  users = number("users"), youths = number("youths"),
  design = matrix(number("design"), size[["observations"]], byrow = TRUE),
  area = as.integer(number("area")), gemeente = as.integer(number("gemeente")),
  one = as.integer(number("one")), other = as.integer(number("other")),
  scale = number("scale"), sd_rate = number("sd_rate"), coefficient_sd = number("coefficient_sd"), years = years)
start <- list(
  log_sd = log(.2), mixing = 0, log_sd_gemeente = log(.2), log_sd_yearly = log(.2), persistence = 0,
  coefficients = c(-2, rep(0, size[["coefficients"]] - 1)), spatial = rep(0, size[["areas"]]),
  own = rep(0, size[["areas"]]), in_gemeente = rep(0, size[["gemeenten"]]),
  yearly = rep(0, if (several) size[["areas"]] * years else 1))
absent <- if (several) list() else
  list(log_sd_yearly = factor(NA), persistence = factor(NA), yearly = factor(NA))
random <- c("coefficients", "spatial", "own", "in_gemeente", if (several) "yearly")

began <- proc.time()[3]
target <- MakeADFun(data, start, random = random, map = absent, DLL = dll, silent = TRUE)
found <- nlminb(target$par, target$fn, target$gr)
best <- target$env$last.par.best; at <- target$env$random
hessian <- target$env$spHess(best, random = TRUE)
factored <- Cholesky(hessian, LDL = FALSE, super = TRUE)
set.seed(1); noise <- matrix(rnorm(nrow(hessian) * size[["draws"]]), nrow(hessian))
draws <- as.matrix(solve(factored, solve(factored, noise, system = "Lt"), system = "Pt")) + best[at]
part <- split(seq_along(at), factor(names(best)[at], unique(names(best)[at])))
share <- plogis(found$par[["mixing"]]); sd <- exp(found$par[["log_sd"]])
predictor <- data$design %*% draws[part$coefficients, ]
predictor <- predictor + sd * sqrt(share / data$scale) * draws[part$spatial, ][data$area + 1, ]
predictor <- predictor + sd * sqrt(1 - share) * draws[part$own, ][data$area + 1, ]
predictor <- predictor + exp(found$par[["log_sd_gemeente"]]) * draws[part$in_gemeente, ][data$gemeente + 1, ]
if (several) {
  where <- data$area * years + (seq_len(size[["observations"]]) - 1) %/% size[["areas"]] + 1
  predictor <- predictor + exp(found$par[["log_sd_yearly"]]) * draws[part$yearly, ][where, ]
}
spread <- function(x) sqrt(rowMeans((x - rowMeans(x))^2))
mean <- rowMeans(predictor); sd_predictor <- spread(predictor)
seconds <- proc.time()[3] - began

keep <- function(name, values) {
  open <- file(file.path(folder, paste0(name, ".bin")), "wb"); writeBin(as.double(values), open); close(open)
}
keep("answer_seconds", seconds); keep("answer_mean", mean); keep("answer_sd", sd_predictor)
keep("answer_coefficient_mean", rowMeans(draws[part$coefficients, ]))
keep("answer_coefficient_sd", spread(draws[part$coefficients, ]))
keep("answer_hyperparameters", c(sd, share, exp(found$par[["log_sd_gemeente"]]), found$convergence,
  if (several) c(exp(found$par[["log_sd_yearly"]]), plogis(found$par[["persistence"]]))))
