// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace keywork {

class RecordsPage;

/// The catalogue of substances, under Settings: ours, and what a manager adds, renames or retires.
class SubstancesPage : public Page {
    Q_OBJECT
public:
    SubstancesPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    void showRecord(const RecordRef &record) override;
    bool concerns(const QList<Change> &changes) const override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    RecordsPage *list() const { return m_list; }

private:
    RecordsPage *m_list = nullptr;
};

} // namespace keywork
