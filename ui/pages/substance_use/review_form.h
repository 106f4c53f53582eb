// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/care/substance_reviews.h"
#include "core/services/services.h"
#include "ui/forms/record_editor.h"

namespace keywork {

class PartsAtOpening;
class UseRows;

/// The short review: the last answers are filled in, only what is different is typed. One that is on file is corrected in
/// the same form.
class ReviewForm : public QWidget {
    Q_OBJECT
public:
    /// `known` none: a new one, that begins with the values of `fresh` by column. Notes that come from an answer also begin a
    /// row for each line that begins with the name of a substance.
    ReviewForm(Id<Person> person, const std::optional<ReviewOnFile> &known, const Services &services, const QVariantMap &fresh = {},
        QWidget *parent = nullptr);
    RecordEditor *editor() const { return m_editor; }
    UseRows *rows() const { return m_rows; }
    void focusFirst();

Q_SIGNALS:
    void saved();
    void cancelled();

private:
    struct Start {
        Row head;
        QList<KeptRow> parts;
        std::optional<UseReview> before;
    };
    Start startOf() const;
    void addNamed(QList<KeptRow> &parts) const;
    Done save(const Row &row);
    QString title(const Start &start) const;
    const Id<Person> m_person;
    const std::optional<ReviewOnFile> m_known;
    const Services m_services;
    const std::shared_ptr<PartsAtOpening> m_atOpening; ///< the editor asks for it when this is gone already
    const QVariantMap m_fresh;
    UseRows *m_rows = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
