// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"

namespace keywork {

PlaceInfo keysPlace();

/// One key and what it does, as "Ctrl+?" lists it.
struct KeyHelp {
    QString keys;
    QString does;
};

/// Every key that the window knows.
class KeysPage : public Page {
    Q_OBJECT
public:
    KeysPage(const QList<KeyHelp> &places, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }
};

} // namespace keywork
