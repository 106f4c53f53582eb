// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Avatar;
class Background;

/// A photo read from a file becomes at most 480 pixels wide and high, a JPEG without the place and time it was taken.
/// Empty when the file is no picture. Safe in a worker.
QByteArray shrunkPhoto(const QString &path);

/// The resident's photo, on their record.
class PhotoPart : public Page {
    Q_OBJECT
public:
    PhotoPart(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    ~PhotoPart() override;
    void reload() override;
    void readFrom(const QString &path);
    bool isBusy() const;

private:
    void keep(const QByteArray &jpeg);
    const Id<Person> m_person;
    Background *m_background = nullptr;
    Avatar *m_avatar = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_problem = nullptr; ///< what went wrong with the last one
    QPushButton *m_remove = nullptr;
};

} // namespace keywork
