// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"

#include <QWidget>

namespace keywork {

/// A document's pages, one under the other, drawn by the same code that prints them.
class PageView : public QWidget {
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);
    void setDocument(const print::Document &document);
    void setPageWidth(int pixels);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int pageHeight() const;
    print::Document m_document;
    int m_width = 520;
};

} // namespace keywork
