// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace keywork {

/// In the place of a restricted record: that it is one, and opening it at once with a reason.
class RestrictedPage : public Page {
    Q_OBJECT
public:
    RestrictedPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override { }

private:
    void open();
    const Id<Person> m_person;
    QLineEdit *m_reason = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace keywork
