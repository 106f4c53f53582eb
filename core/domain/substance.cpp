// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/substance.h"

namespace keywork {

namespace {
bool isOfferedSubstance(const Row &substance, QDate) { return substance.value(QStringLiteral("retired")).toLongLong() == 0; }
} // namespace

template <> const Described<Substance> &recordType<Substance>()
{
    static const Described<Substance> type
        = Described<Substance>({.table = "substance",
                                   .title = QT_TRANSLATE_NOOP("record", "Substance"),
                                   .titleMany = QT_TRANSLATE_NOOP("record", "Substances"),
                                   // Ours come into a file with whoever writes the first review; who adds one of the house's own
                                   // is looked at by Substances.
                                   .access = {.add = Act::Write, .amend = Act::Manage},
                                   .newOne = QT_TRANSLATE_NOOP("record", "New substance"),
                                   .belongs = QT_TRANSLATE_NOOP("record", "What residents may use, with the names that people say."),
                                   .few = true,
                                   .offered = isOfferedSubstance,
                                   .called = "{name}"})
              .field(&Substance::code, {.column = "code", .label = QT_TRANSLATE_NOOP("record", "Code"), .kept = true, .maxLength = 60})
              .field(&Substance::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Substance"),
                      .onlyOne = QT_TRANSLATE_NOOP("record", "%1 is in the catalogue already."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 80})
              .field(&Substance::substanceClass,
                  {.column = "class",
                      .label = QT_TRANSLATE_NOOP("record", "Kind of substance"),
                      .help = QT_TRANSLATE_NOOP("record", "What it is taken with matters by this, not by its name."),
                      .required = true,
                      .listed = true})
              .field(&Substance::streetNames,
                  {.column = "street_names",
                      .label = QT_TRANSLATE_NOOP("record", "Names that people say"),
                      .help = QT_TRANSLATE_NOOP("record", "Separated by commas. It is found by each of them."),
                      .searched = true,
                      .listed = true,
                      .maxLength = 400})
              .field(&Substance::ndtmsCode,
                  {.column = "ndtms_code",
                      .label = QT_TRANSLATE_NOOP("record", "NDTMS code"),
                      .help = QT_TRANSLATE_NOOP("record", "With the data set that it belongs to."),
                      .maxLength = 40})
              .field(&Substance::retired,
                  {.column = "retired",
                      .label = QT_TRANSLATE_NOOP("record", "No longer offered"),
                      .help = QT_TRANSLATE_NOOP("record", "It stays readable where it was written down."),
                      .listed = true});
    return type;
}

} // namespace keywork
