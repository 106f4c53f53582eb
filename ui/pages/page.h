// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/hostel_file.h"
#include "ui/print/document.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// Where a page sends the window; every page gets one in its constructor.
struct Navigator {
    std::function<void(Id<Person>)> openResident;
    std::function<void()> newResident;
    std::function<void()> back;
    /// Opens the preview; `left` is called when the paper or the file was really made, with the exact bytes.
    std::function<void(const print::Document &, const QString &title, const QString &fileName,
        std::function<Done(const QByteArray &)> beforeLeaving, std::function<void()> failed)>
        preview;
    std::function<void(const QString &)> say; ///< a short sentence in the header: "Saved 09:41"
};

/// A page with a title line and a body; reloads when something was saved.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    virtual void reload() = 0;

protected:
    const Services m_services;
    const Navigator m_navigator;
};

} // namespace keywork
