// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/records/timeline.h"
#include "ui/pages/page.h"
#include "ui/text/timeline_reading.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
class QLayout;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class DayInput;
class TimelineModel;

/// Everything about a resident in one list, newest first; by kind, words and days. Enter opens the record of a line.
class PersonTimelinePage : public Page {
    Q_OBJECT
public:
    PersonTimelinePage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    TimelineModel *model() const { return m_model; }
    QListView *view() const { return m_view; }

private:
    void makeFilter(QLayout *layout);
    void makeKinds();
    void makeList(QLayout *layout);
    void showAnew();
    void showState();
    void showKinds();
    void open(int row);
    void print();
    QList<const RecordType *> wantedKinds() const;
    TimelineRequest wanted() const;
    QStringList filterInWords() const;

    const Id<Person> m_person;
    TimelineModel *m_model = nullptr;
    QListView *m_view = nullptr;
    QPushButton *m_kinds = nullptr;
    QMenu *m_kindsMenu = nullptr;
    QLineEdit *m_words = nullptr;
    DayInput *m_from = nullptr;
    DayInput *m_until = nullptr;
    QCheckBox *m_ahead = nullptr;
    QLabel *m_state = nullptr;
};

} // namespace keywork
