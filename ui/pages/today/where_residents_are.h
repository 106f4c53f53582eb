// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The card of how many residents are in each stage of the spectrum of need, and what moved since last month. Hidden where
/// stages may not be read.
class WhereResidentsAre : public Card {
    Q_OBJECT
public:
    explicit WhereResidentsAre(const Services &services, QWidget *parent = nullptr);
    void reload();

private:
    const Services m_services;
};

} // namespace keywork
