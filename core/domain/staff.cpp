// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/staff.h"

#include "core/domain/shared_fields.h"

namespace keywork {

namespace {
bool isInTheTeam(const Row &member, QDate today)
{
    const QDate left = dayFromStored(member.text(QStringLiteral("left_on")));
    return !left.isValid() || left > today;
}
} // namespace

template <> const Described<Staff> &recordType<Staff>()
{
    static const Described<Staff> type
        = Described<Staff>({.table = "staff",
                               .title = QT_TRANSLATE_NOOP("record", "Member of the team"),
                               .titleMany = QT_TRANSLATE_NOOP("record", "Team"),
                               .access = kManagersChange,
                               .place = Place::Team,
                               .newOne = QT_TRANSLATE_NOOP("record", "Add somebody to the team"),
                               .belongs = QT_TRANSLATE_NOOP(
                                   "record", "Everybody who works here, with their role. Whoever signs in gets a password below."),
                               .listRank = 1,
                               .orderBy = "name",
                               .cannotUndo = true,
                               .few = true,
                               .offered = isInTheTeam,
                               .called = "{name}"})
              .field(&Staff::name,
                  {.column = "name",
                      .label = QT_TRANSLATE_NOOP("record", "Name"),
                      .help = QT_TRANSLATE_NOOP("record",
                          "They sign in by it. Once saved, open them again and give a passphrase: until then they can't sign in."),
                      .required = true,
                      .searched = true,
                      .listed = true,
                      .maxLength = 80})
              .field(&Staff::role, {.column = "role", .label = QT_TRANSLATE_NOOP("record", "Role"), .required = true, .listed = true})
              .field(&Staff::telephone,
                  {.column = "telephone", .label = QT_TRANSLATE_NOOP("record", "Telephone"), .listed = true, .maxLength = 40})
              .field(&Staff::email, emailField())
              .field(&Staff::leftOn,
                  {.column = "left_on", .label = QT_TRANSLATE_NOOP("record", "Left the team on"), .listed = true, .days = kEitherWay})
              .field(&Staff::keySlot, {.column = "key_slot", .label = QT_TRANSLATE_NOOP("record", "Key slot"), .kept = true})
              .field(&Staff::choosesPassword,
                  {.column = "chooses_password",
                      .label = QT_TRANSLATE_NOOP("record", "Chooses a password at the next sign-in"),
                      .kept = true});
    return type;
}

} // namespace keywork
