// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

class PhotoPart;
class RecordEditor;

/// The resident's own record as a form.
class PersonRecordPage : public Page {
    Q_OBJECT
public:
    PersonRecordPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    /// The form is all there is: the keys go into it, where a draft was typed on.
    void showRecord(const RecordRef &record) override;
    RecordEditor *editor() const { return m_editor; }

private:
    void rebuild();
    const Id<Person> m_person;
    qint64 m_version = 0;
    PhotoPart *m_photo = nullptr;
    QVBoxLayout *m_place = nullptr;
    RecordEditor *m_editor = nullptr;
};

} // namespace keywork
