// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/restrictions.h"
#include "ui/pages/page.h"

namespace keywork {

class Card;

/// Which records only some of the team may open, why, since when and who they are.
class RestrictedRecordsPage : public Page {
    Q_OBJECT
public:
    RestrictedRecordsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    void addLine(const StandingRestriction &standing);
    Card *m_list = nullptr;
};

} // namespace keywork
