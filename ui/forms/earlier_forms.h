// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/draft_place.h"
#include "core/services/services.h"

#include <QDateTime>
#include <QWidget>
#include <functional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class FieldQuestion;

/// Above a form: that other words were typed in the same place earlier and stand aside (records/drafts), each with a way to
/// look at it, which leaves the present ones aside in its stead, and one to throw it away. Hidden while there are none.
class EarlierForms : public QWidget {
    Q_OBJECT
public:
    /// `keepPresent` keeps what the form holds now; false when it can't.
    EarlierForms(const DraftPlace &place, const Services &services, std::function<bool()> keepPresent, QWidget *parent = nullptr);
    /// Reads anew what stands aside.
    void reload();

Q_SIGNALS:
    void taken(); ///< the draft of the place is another one now
    void refused(const QString &sentence);

private:
    void addLine(const QDateTime &at);
    void take(const QDateTime &at);
    void askWhetherDropped(const QDateTime &at, QWidget *asking);
    QString when(const QDateTime &at) const;
    const DraftPlace m_place;
    const Services m_services;
    const std::function<bool()> m_keepPresent;
    QVBoxLayout *m_lines = nullptr;
    FieldQuestion *m_question = nullptr;
};

} // namespace keywork
