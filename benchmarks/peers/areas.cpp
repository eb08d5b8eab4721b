// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// Areas with neighbours (BYM2) in gemeenten, over one or more years: minus the log joint density for TMB.
#include <TMB.hpp>

template <class Type>
Type exponential_sd(Type log_sd, Type rate) {
  return rate * exp(log_sd) - log_sd;
}

template <class Type>
Type objective_function<Type>::operator()() {
  DATA_VECTOR(users);
  DATA_VECTOR(youths);
  DATA_MATRIX(design);
  DATA_IVECTOR(area);
  DATA_IVECTOR(gemeente);
  DATA_IVECTOR(one);
  DATA_IVECTOR(other);
  DATA_SCALAR(scale);
  DATA_SCALAR(sd_rate);
  DATA_SCALAR(coefficient_sd);
  DATA_INTEGER(years);
  PARAMETER(log_sd);
  PARAMETER(mixing);
  PARAMETER(log_sd_gemeente);
  PARAMETER(log_sd_yearly);
  PARAMETER(persistence);
  PARAMETER_VECTOR(coefficients);
  PARAMETER_VECTOR(spatial);
  PARAMETER_VECTOR(own);
  PARAMETER_VECTOR(in_gemeente);
  PARAMETER_VECTOR(yearly);  // the years of an area stand together

  Type share = invlogit(mixing), sd = exp(log_sd);
  Type minus = 0;
  for (int k = 0; k < one.size(); k++) {
    Type apart = spatial(one(k)) - spatial(other(k));
    minus += 0.5 * apart * apart;
  }
  // a ridge stands in for the sum to zero, which would make TMB's Hessian dense
  minus -= dnorm(spatial, Type(0), Type(100), true).sum();
  minus -= dnorm(own, Type(0), Type(1), true).sum();
  minus -= dnorm(in_gemeente, Type(0), Type(1), true).sum();
  minus -= dnorm(coefficients, Type(0), coefficient_sd, true).sum();
  minus += exponential_sd(log_sd, sd_rate) + exponential_sd(log_sd_gemeente, sd_rate);
  minus -= log(share) + log(Type(1) - share);  // uniform share

  vector<Type> predictor = design * coefficients;
  Type smooth = sd * sqrt(share / scale), rough = sd * sqrt(Type(1) - share);
  Type sd_gemeente = exp(log_sd_gemeente), sd_yearly = exp(log_sd_yearly);
  for (int i = 0; i < predictor.size(); i++) {
    predictor(i) += smooth * spatial(area(i)) + rough * own(area(i)) + sd_gemeente * in_gemeente(gemeente(i));
  }
  if (years > 1) {
    Type rho = invlogit(persistence);
    minus += exponential_sd(log_sd_yearly, sd_rate);
    minus -= log(rho) + log(Type(1) - rho);
    int areas = spatial.size();
    for (int a = 0; a < areas; a++) {
      minus -= dnorm(yearly(a * years), Type(0), Type(1), true);
      for (int t = 1; t < years; t++) {
        Type before = rho * yearly(a * years + t - 1);
        minus -= dnorm(yearly(a * years + t), before, sqrt(Type(1) - rho * rho), true);
      }
    }
    for (int i = 0; i < predictor.size(); i++) {
      predictor(i) += sd_yearly * yearly(area(i) * years + i / areas);
    }
  }
  for (int i = 0; i < predictor.size(); i++) {
    minus -= users(i) * predictor(i) - youths(i) * logspace_add(Type(0), predictor(i));
  }
  return minus;
}
