// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "tests/fuzz/mutator.h"

#include <QStringList>

namespace keywork::test {

/// Watches every connection of this process: how often SQL that stood in a file called `tattle()`, and whether a
/// statement ran longer than anybody waits.
class ConnectionWatch {
public:
    ConnectionWatch();
    ~ConnectionWatch();
    ConnectionWatch(const ConnectionWatch &) = delete;
    ConnectionWatch &operator=(const ConnectionWatch &) = delete;

    void begin(int milliseconds);
    int tattled() const;
    bool wasTooLong() const;
};

/// Statements that spoil a hostel's tables or plant something in them, as somebody with the right key could.
struct Plant {
    QString what;
    QStringList statements;
};
Plant somePlant(Mutator &mutator);

/// Runs them past every safeguard of the connection; those that SQLite refuses are left out.
void plant(Database &database, const Plant &planted);
/// Rows that planted triggers wrote; 0 when nothing ran or nothing of the kind was planted.
int tracesOf(Database &database);

} // namespace keywork::test
