// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/treatment_cover.h"
#include "ui/pages/page.h"

#include <QHash>

QT_BEGIN_NAMESPACE
class QLayout;
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Card;

/// For each service one call: everybody whose prescription comes from there, until when it covers, and "confirmed to {day},
/// by {whom}" with one press each.
class RenewalsPage : public Page {
    Q_OBJECT
public:
    RenewalsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    void addSheet(const RenewalSheet &sheet);
    void addLine(Card *card, const RenewalSheet &sheet, const RenewalLine &line);
    void confirm(const RenewalSheet &sheet, const RenewalLine &line, QLineEdit *day, QLabel *problem);
    QVBoxLayout *m_sheets = nullptr;
    QHash<qint64, QString> m_byWhom; ///< by service: one call has one voice, and is asked for it once
};

} // namespace keywork
