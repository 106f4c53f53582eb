// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"

namespace keywork {

/// A group or an activity of the house, once each time it meets: what, when, who leads. Who came stands in its parts.
struct GroupActivity {
    QString what = {};
    Choice kind = {}; ///< of `group_kind`
    QDateTime startsAt = {};
    std::optional<qint64> minutes = {}; ///< 5 to 720
    QString place = {};
    Id<Staff> leadsId = {};
    QString leadsOther = {}; ///< a peer, somebody from outside
    QString howItWent = {}; ///< of the group as a whole

    bool operator==(const GroupActivity &) const = default;
};

enum class GroupCame { Came, HelpedLead, DidNotCome };

template <> struct Codes<GroupCame> {
    static constexpr const char *list = "group_came";
    static constexpr std::array options{
        FixedOption{"came", QT_TRANSLATE_NOOP("record", "Came")},
        FixedOption{"helped_lead", QT_TRANSLATE_NOOP("record", "Helped to lead it")},
        FixedOption{"did_not_come", QT_TRANSLATE_NOOP("record", "Was asked, did not come")},
    };
};

/// One of those who came.
struct GroupPerson {
    Id<GroupActivity> activityId = {};
    Id<Person> personId = {};
    GroupCame came = GroupCame::Came;
    QString said = {}; ///< what they said of it

    bool operator==(const GroupPerson &) const = default;
};

} // namespace keywork
