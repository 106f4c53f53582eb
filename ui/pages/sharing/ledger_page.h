// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/record_table.h"
#include "ui/pages/page.h"

namespace keywork {

/// Everything that ever left the house: what, to whom, on what basis. For those who answer for it.
class LedgerPage : public Page {
    Q_OBJECT
public:
    LedgerPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    RecordTable *m_table = nullptr;
};

} // namespace keywork
