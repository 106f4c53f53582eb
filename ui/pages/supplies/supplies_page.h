// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_watch.h"
#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;

/// Naloxone and supplies of the house: what is ready where, and what the last weeks took, above the lists.
class SuppliesPage : public KindsPage {
    Q_OBJECT
public:
    SuppliesPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void showNow();
    void showPlaces();
    void showWeeks();
    void addUsualItems();
    void addPrints();
    void showFound(const KeptRow &recall, QVBoxLayout *below);
    Card *m_places = nullptr;
    Card *m_weeks = nullptr;
    QWidget *m_now = nullptr;
    QPushButton *m_usual = nullptr;
    bool m_isFormShown = false;
};

/// The preview of a recall's paper, which names residents: after the password.
void previewRecall(QWidget *above, const NaloxoneRecall &recall, const Services &services, const Navigator &navigator);

} // namespace keywork
