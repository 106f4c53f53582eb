// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"

namespace keywork::print {

/// Labels and values as they come: short ones as rows of a table, long ones as paragraphs between.
class ValueRows {
public:
    /// `labels`: the share of the width that labels have.
    ValueRows(Document &document, qreal labels)
        : m_document(document)
        , m_labels(labels)
    {
    }
    ~ValueRows() { flush(); }
    ValueRows(const ValueRows &) = delete;
    ValueRows &operator=(const ValueRows &) = delete;

    void add(const QString &label, const QString &value);
    void addRow(const Runs &label, const Runs &value) { m_rows.append({label, value}); }
    /// Whatever came so far stands in the document: before anything else is added to it.
    void flush();

private:
    Document &m_document;
    const qreal m_labels;
    QList<QList<Runs>> m_rows;
};

} // namespace keywork::print
