// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration guidanceAndPolicies()
{
    const QString kept = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL "
                         "DEFAULT 1, withdrawn_at TEXT"_s;
    return {"Pages of the house's own, help lines, policies and who has read them",
        {
            u"CREATE TABLE house_page (%1, title TEXT NOT NULL, words TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, dated TEXT, written_on TEXT NOT NULL, owner_id INTEGER REFERENCES staff, review_on TEXT) STRICT"_s
                .arg(kept),
            u"CREATE INDEX house_page_title ON house_page (title COLLATE NOCASE)"_s,
            u"CREATE INDEX house_page_owner_id ON house_page (owner_id)"_s,
            u"CREATE TABLE help_line (%1, name TEXT NOT NULL, telephone TEXT NOT NULL, for_what TEXT NOT NULL, hours TEXT NOT NULL, checked_on TEXT NOT NULL, checked_by_id INTEGER REFERENCES staff, source TEXT NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX help_line_name ON help_line (name COLLATE NOCASE)"_s,
            u"CREATE INDEX help_line_checked_by_id ON help_line (checked_by_id)"_s,
            u"CREATE TABLE policy (%1, title TEXT NOT NULL, kind TEXT NOT NULL, version_number INTEGER NOT NULL, follows_id INTEGER REFERENCES policy, text TEXT NOT NULL, paper TEXT NOT NULL, inside TEXT NOT NULL, outside TEXT NOT NULL, on_return TEXT NOT NULL, we_call_for TEXT NOT NULL, we_do_not_call_for TEXT NOT NULL, named_officer TEXT NOT NULL, what_changed TEXT NOT NULL, owner_id INTEGER REFERENCES staff, valid_from TEXT NOT NULL, review_on TEXT NOT NULL, is_over INTEGER NOT NULL) STRICT"_s
                .arg(kept),
            u"CREATE INDEX policy_follows_id ON policy (follows_id)"_s,
            u"CREATE INDEX policy_owner_id ON policy (owner_id)"_s,
            u"CREATE INDEX policy_valid_from ON policy (valid_from)"_s,
            u"CREATE TABLE policy_read (%1, policy_id INTEGER REFERENCES policy, staff_id INTEGER REFERENCES staff) STRICT"_s.arg(kept),
            u"CREATE INDEX policy_read_policy_id ON policy_read (policy_id)"_s,
            u"CREATE INDEX policy_read_staff_id ON policy_read (staff_id)"_s,
        }};
}

} // namespace keywork
