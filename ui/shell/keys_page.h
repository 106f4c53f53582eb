// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/place.h"
#include "ui/text/words_keys.h"

namespace keywork {

PlaceInfo keysPlace();

/// Every key that the window knows.
class KeysPage : public Page {
    Q_OBJECT
public:
    KeysPage(const QList<KeyHelp> &places, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }

private:
    void printCard();
};

} // namespace keywork
