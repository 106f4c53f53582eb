// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record_type.h"

namespace keywork {

/// An organisation that the house works with.
struct Agency {
    QString name;
    Choice category;
    QString address;
    QString telephone;
    QString email;
    QString hours;
    QString howToRefer;
    QString linkPerson;
    QString notes;

    bool operator==(const Agency &) const = default;
};

} // namespace keywork
