// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kKeptOfShifts
    = u"id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, created_by INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, withdrawn_at TEXT"_s;

QStringList shiftTables()
{
    return {
        u"ALTER TABLE house ADD COLUMN door_line TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE TABLE shift_pattern (%1, name TEXT NOT NULL, starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, weekdays TEXT NOT NULL, retired INTEGER NOT NULL) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX shift_pattern_starts_at ON shift_pattern (starts_at)"_s,
        u"CREATE TABLE on_shift (%1, staff_id INTEGER REFERENCES staff, pattern_id INTEGER REFERENCES shift_pattern, from_at TEXT NOT NULL, until_at TEXT, went_off_at TEXT) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX on_shift_staff_id ON on_shift (staff_id)"_s,
        u"CREATE INDEX on_shift_pattern_id ON on_shift (pattern_id)"_s,
        u"CREATE INDEX on_shift_from_at ON on_shift (from_at)"_s,
        u"CREATE TABLE on_call (%1, staff_id INTEGER REFERENCES staff, name TEXT NOT NULL, telephone TEXT NOT NULL, from_at TEXT NOT NULL, until_at TEXT) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX on_call_staff_id ON on_call (staff_id)"_s,
        u"CREATE INDEX on_call_from_at ON on_call (from_at)"_s,
        u"CREATE TABLE lone_working (%1, staff_id INTEGER REFERENCES staff, place TEXT NOT NULL, telephone TEXT NOT NULL, from_at TEXT NOT NULL, every_minutes INTEGER, until_at TEXT, ended_at TEXT) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX lone_working_staff_id ON lone_working (staff_id)"_s,
        u"CREATE INDEX lone_working_from_at ON lone_working (from_at)"_s,
        u"CREATE INDEX lone_working_ended_at ON lone_working (ended_at)"_s,
        u"CREATE TABLE lone_check_in (%1, lone_id INTEGER REFERENCES lone_working, at TEXT NOT NULL, how TEXT NOT NULL) STRICT"_s.arg(
            kKeptOfShifts),
        u"CREATE INDEX lone_check_in_lone_id ON lone_check_in (lone_id)"_s,
        u"CREATE INDEX lone_check_in_at ON lone_check_in (at)"_s,
        u"CREATE TABLE staff_health (%1, staff_id INTEGER REFERENCES staff, what TEXT NOT NULL, offered_on TEXT NOT NULL, answer TEXT NOT NULL, dose INTEGER, done_on TEXT, next_on TEXT) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX staff_health_staff_id ON staff_health (staff_id)"_s,
        u"CREATE INDEX staff_health_offered_on ON staff_health (offered_on)"_s,
    };
}

QStringList handoverTables()
{
    return {
        u"CREATE TABLE handover (%1, shift_day TEXT NOT NULL, pattern_id INTEGER REFERENCES shift_pattern, shift_key TEXT NOT NULL, from_at TEXT NOT NULL, written_by INTEGER REFERENCES staff, words TEXT NOT NULL, finished_at TEXT) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX handover_pattern_id ON handover (pattern_id)"_s,
        u"CREATE UNIQUE INDEX handover_shift_key ON handover (shift_key) WHERE withdrawn_at IS NULL"_s,
        u"CREATE INDEX handover_from_at ON handover (from_at)"_s,
        u"CREATE INDEX handover_written_by ON handover (written_by)"_s,
        u"CREATE INDEX handover_finished_at ON handover (finished_at)"_s,
        u"CREATE TABLE handover_line (%1, handover_id INTEGER REFERENCES handover, person_id INTEGER REFERENCES person, section TEXT NOT NULL, rank INTEGER NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, is_end INTEGER NOT NULL, at TEXT, is_day INTEGER NOT NULL, category TEXT NOT NULL, said TEXT NOT NULL) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX handover_line_handover_id ON handover_line (handover_id)"_s,
        u"CREATE INDEX handover_line_person_id ON handover_line (person_id)"_s,
        u"CREATE INDEX handover_line_rank ON handover_line (rank)"_s,
        u"CREATE TABLE handover_item (%1, what TEXT NOT NULL, person_id INTEGER REFERENCES person, due_at TEXT, done_at TEXT, done_note TEXT NOT NULL) STRICT"_s
            .arg(kKeptOfShifts),
        u"CREATE INDEX handover_item_person_id ON handover_item (person_id)"_s,
        u"CREATE INDEX handover_item_due_at ON handover_item (due_at)"_s,
        u"CREATE INDEX handover_item_done_at ON handover_item (done_at)"_s,
        u"CREATE TABLE handover_read (%1, handover_id INTEGER REFERENCES handover, staff_id INTEGER REFERENCES staff) STRICT"_s.arg(
            kKeptOfShifts),
        u"CREATE INDEX handover_read_handover_id ON handover_read (handover_id)"_s,
        u"CREATE INDEX handover_read_staff_id ON handover_read (staff_id)"_s,
    };
}

} // namespace

Migration shiftsAndHandover() { return {"Shifts, who is on shift and on call, working alone, handover", shiftTables() + handoverTables()}; }

} // namespace keywork
