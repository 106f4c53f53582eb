// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_kit.h"
#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The card of what a life may hang on tonight: naloxone by kind and when it runs out, where the defibrillator is, what of the
/// supplies is to be reordered. Hidden where the house's stock may not be read.
class SafetyStock : public Card {
    Q_OBJECT
public:
    SafetyStock(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void addNaloxone();
    void addKind(NaloxoneKind kind, const QList<NaloxoneKit> &ready);
    void addShort();
    void addDefibrillator();
    void addSupplies();
    const Services m_services;
};

} // namespace keywork
