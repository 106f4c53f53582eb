// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

Migration listIndexes()
{
    return {"Lists are read page by page, in the order of an index",
        {
            u"CREATE INDEX agency_name ON agency (name COLLATE NOCASE)"_s,
            u"CREATE INDEX agency_service_name ON agency_service (name COLLATE NOCASE)"_s,
            u"CREATE INDEX agency_contact_name ON agency_contact (name COLLATE NOCASE)"_s,
            u"CREATE INDEX joint_working_review_on ON joint_working (review_on)"_s,
            u"CREATE INDEX meeting_weekday ON meeting (weekday COLLATE NOCASE)"_s,
            u"CREATE INDEX sharing_agreement_from_on ON sharing_agreement (from_on)"_s,
            u"CREATE INDEX capacity_assessment_assessed_on ON capacity_assessment (assessed_on)"_s,
            u"CREATE INDEX person_given_name ON person (given_name COLLATE NOCASE)"_s, u"CREATE INDEX alert_from_on ON alert (from_on)"_s,
            u"CREATE INDEX photo_taken_on ON photo (taken_on)"_s, u"CREATE INDEX restriction_from_on ON restriction (from_on)"_s,
            u"CREATE INDEX retention_hold_from_on ON retention_hold (from_on)"_s,
            u"CREATE INDEX staff_name ON staff (name COLLATE NOCASE)"_s, u"CREATE INDEX stage_entry_from_on ON stage_entry (from_on)"_s,
            u"CREATE INDEX stay_referred_on ON stay (referred_on)"_s,
            u"CREATE INDEX stay_arrived_on ON stay (arrived_on)"_s, // who came in a month; who is here has stay_present
        }};
}

} // namespace keywork
