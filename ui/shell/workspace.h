// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/shell/bookmark.h"
#include "ui/shell/keys_page.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class FindBox;
class ResidentPage;

/// What only the window that owns the file can do.
struct FileActions {
    std::function<void(std::function<Result<NextFile>()> job, const QString &done)> rewrite = {};
    std::function<void()> rescue = {};
};

/// Everything behind the sign-in: navigation, header, pages. Gone as a whole when the file is locked.
class Workspace : public QWidget {
    Q_OBJECT
public:
    Workspace(OpenHostel &hostel, const FileActions &actions = FileActions(), QWidget *parent = nullptr);
    ~Workspace() override;

    /// today, residents, referrals-in, rooms, partners, team, ledger, house; resident/ID/TAB
    void openPlace(const QString &name);
    void openResident(Id<Person> person);
    void openNewResident();
    Bookmark bookmark() const;
    void open(const Bookmark &bookmark);
    /// What the find box found beside people: an agency's page, else the place where the record is listed.
    void openRecord(const QString &table, qint64 record);
    void back();
    void forward();
    QWidget *currentPage() const;
    /// Puts the keyboard where the page wants it, once the window shows it.
    void focusPage();
    FindBox *find() const { return m_find; }
    void say(const QString &sentence) { m_navigator.say(sentence); }
    void refuse(const QString &sentence) { m_navigator.refuse(sentence); }
    /// Undoes the last save of this session, unless a text field has something of its own to undo.
    void undo();

Q_SIGNALS:
    void lockRequested();
    void switchRequested();
    void coverRequested();
    void passwordRequested();

private:
    void sayInHeader(const QString &sentence, bool isGood);
    QWidget *buildNavigation();
    QWidget *buildHeader();
    void addShortcuts();
    Visit here() const;
    void visit(const Visit &visit);
    void show(const Visit &visit);
    QList<KeyHelp> m_placeKeys;
    QPointer<QWidget> m_wanted; ///< what the page shown chose to begin with
    QWidget *makePage(const Visit &visit);
    QWidget *makeTeamPage();
    QWidget *makePartnersPage();
    void setPage(QWidget *page);
    void showClock();
    void onChanged();
    QList<Change> m_changes; ///< of the burst that runs

    OpenHostel &m_hostel;
    const Services m_services;
    Navigator m_navigator;
    QStackedLayout *m_pages = nullptr;
    QHash<QString, QPushButton *> m_places;
    FindBox *m_find = nullptr;
    QLabel *m_saved = nullptr;
    QElapsedTimer m_said;
    QLabel *m_date = nullptr;
    QTimer m_clockTimer;
    QTimer m_reloadTimer;
    QList<Visit> m_past;
    QList<Visit> m_future;
    Visit m_here;
};

} // namespace keywork
