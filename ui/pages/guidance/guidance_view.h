// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/guidance_page.h"

#include <QTextEdit>

QT_BEGIN_NAMESPACE
class QTextCursor;
QT_END_NAMESPACE

namespace keywork {

/// The words of a page to be read, in headings, lists and tables; notes of what changed since stand apart. Scrolls by itself;
/// at large text it is as high as its words, since the whole page scrolls then.
class GuidanceView : public QTextEdit {
    Q_OBJECT
public:
    explicit GuidanceView(QWidget *parent = nullptr);
    void setBlocks(const QList<GuidanceBlock> &blocks);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void takeHeight();
};

} // namespace keywork
