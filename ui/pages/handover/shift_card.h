// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/shifts.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// Who is on shift and who comes next, with one press for whoever is signed in; who is on call; who works alone, and the ways to
/// say that somebody heard from them.
class ShiftCard : public QWidget {
    Q_OBJECT
public:
    ShiftCard(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void showShift();
    void addOwnWays(Card *card);
    void showAlone();
    void addAlone(const LoneOnFile &one, Card *card);
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace keywork
