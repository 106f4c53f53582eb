// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/permissions.h"

#include <QList>
#include <QString>
#include <optional>

namespace keywork {

/// What somebody has to be allowed so that a line is about them.
struct NeedsRight {
    Act act;
    Category category;
};

/// One key and what it does, on the page of keys and on the quick card of a role.
struct KeyHelp {
    QString keys;
    QString does;
    std::optional<NeedsRight> needs = {}; ///< none: it is everybody's
    bool onCard = true; ///< one of those that a first shift needs
};

namespace words {

/// Keys that work wherever the window stands.
QList<KeyHelp> keysEverywhere();
/// Keys in a form or a list.
QList<KeyHelp> keysInForms();

/// A line of a role's quick card: what they do here, or what to do when something happens.
struct CardLine {
    QString when; ///< bold; empty for what they do every day
    QString says;
};
QList<CardLine> whatTheyDo(Role role);
QList<CardLine> whenItHappens(Role role);

} // namespace words

} // namespace keywork
