// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

namespace keywork {

class RecordEditor;

/// What became of a referral: every word from either side, and the next one written down.
class ReferralView : public QWidget {
    Q_OBJECT
public:
    ReferralView(const Kept<Referral> &referral, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void left();

private:
    QWidget *story(const Kept<Referral> &referral);
    RecordEditor *nextWord(const Kept<Referral> &referral);
    const Services m_services;
    const Navigator m_navigator;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
