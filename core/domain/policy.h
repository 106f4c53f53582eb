// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"
#include "core/record/record_type.h"

namespace keywork {

struct Staff;

enum class PolicyKind { EntryCriteria, Tolerance, Section8, PoliceProtocol, Confidentiality, Overdose, Visitors, Missing, Other };

template <> struct Codes<PolicyKind> {
    static constexpr const char *list = "policy_kind";
    static constexpr std::array options{
        FixedOption{"entry_criteria", QT_TRANSLATE_NOOP("record", "Who can come here")},
        FixedOption{"tolerance", QT_TRANSLATE_NOOP("record", "Tolerance: drugs and alcohol in the house")},
        FixedOption{"section_8", QT_TRANSLATE_NOOP("record", "Section 8 of the Misuse of Drugs Act 1971")},
        FixedOption{"police_protocol", QT_TRANSLATE_NOOP("record", "Working with the police")},
        FixedOption{"confidentiality", QT_TRANSLATE_NOOP("record", "Confidentiality and sharing")},
        FixedOption{"overdose", QT_TRANSLATE_NOOP("record", "Overdose")},
        FixedOption{"visitors", QT_TRANSLATE_NOOP("record", "Visitors")},
        FixedOption{"missing", QT_TRANSLATE_NOOP("record", "No reply, and missing persons")},
        FixedOption{"other", QT_TRANSLATE_NOOP("record", "Another policy")},
    };
};

/// One version of a policy of the house, in words or with where its paper lies (product.md, B8). A version never changes: what
/// is different begins the next one, and who read which stays known.
struct Policy {
    QString title = {};
    PolicyKind kind = PolicyKind::Other;
    qint64 versionNumber = 1; ///< from 1, set when it is saved
    Id<Policy> followsId = {}; ///< the version before
    QString text = {}; ///< as readGuidanceBody() reads it
    QString paper = {}; ///< where the paper lies
    // Tolerance: what holds where (domain.md, "Team"; W, policies and procedures).
    QString inside = {};
    QString outside = {};
    QString onReturn = {}; ///< coming back after using
    // Working with the police (additions.md).
    QString weCallFor = {};
    QString weDoNotCallFor = {};
    QString namedOfficer = {};
    QString whatChanged = {};
    Id<Staff> ownerId = {};
    QDate validFrom = {};
    QDate reviewOn = {};
    bool isOver = false; ///< from `validFrom` on there is no such policy any more

    bool operator==(const Policy &) const = default;
};

/// That somebody of the team has read one version.
struct PolicyRead {
    Id<Policy> policyId = {};
    Id<Staff> staffId = {}; ///< none: whoever says so; a manager also says it of whoever signed the paper

    bool operator==(const PolicyRead &) const = default;
};

/// The policy as it is shown, printed and looked for; its key is "policy-" and its id.
GuidancePage pageOf(const Policy &policy, qint64 id);

} // namespace keywork
