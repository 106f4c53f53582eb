// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

namespace keywork {

/// The row id of one kind of record; ids of different kinds can't be mixed up. 0 means none.
template <class T> struct Id {
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    bool operator==(const Id &) const = default;
    friend bool operator<(Id left, Id right) { return left.value < right.value; }
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

} // namespace keywork
