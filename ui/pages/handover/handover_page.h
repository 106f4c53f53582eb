// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/house/records_page.h"

namespace keywork {

class HandoverCard;
class ShiftCard;

/// Who is on shift, what the shift before told, what this one tells; below them the lists of handovers, of what is to be done,
/// and of the shifts themselves.
class HandoverPage : public KindsPage {
    Q_OBJECT
public:
    HandoverPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    /// What it assembles may be of any kind.
    bool concerns(const QList<Change> &) const override { return true; }

private:
    void showBelow(const KeptRow &row, QVBoxLayout *below);
    ShiftCard *m_shift = nullptr;
    HandoverCard *m_handover = nullptr;
};

} // namespace keywork
