// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class Background;

/// Under the house's settings: another recovery key, and a new data key after somebody left who must not come back.
class KeysPart : public QWidget {
    Q_OBJECT
public:
    KeysPart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    ~KeysPart() override;

private:
    void offerRecoveryKey();
    void placeRecoveryKey(const QString &key);
    void newDataKey();
    OpenHostel &m_hostel;
    const Navigator m_navigator;
    std::unique_ptr<Background> m_background;
    QVBoxLayout *m_place = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace keywork
