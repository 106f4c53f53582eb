// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/kinds.h"

namespace keywork::fhir {

namespace {

/// The Patient carries it.
QList<Resource> nothing(const Resources &, const SharedRecord &) { return {}; }

} // namespace

ExchangeKind exchangedContact() { return {&recordType<Contact>(), nothing}; }

ExchangeKind exchangedPersonName() { return {&recordType<PersonName>(), nothing}; }

} // namespace keywork::fhir
