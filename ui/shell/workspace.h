// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/file_check.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/change_notifier.h"
#include "core/services/records/undo.h"
#include "core/services/services.h"
#include "ui/pages/page.h"
#include "ui/shell/bookmark.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedLayout;
QT_END_NAMESPACE

namespace keywork {

class CheckStrip;
class HouseFoot;
class LoneStrip;
class FindBox;
class NavigationBar;
class RecordEditor;
struct FindAction;
struct HouseCard;
struct FoundPage;
struct PlaceContext;

/// What only the window that owns the file can do.
struct FileActions {
    std::function<void(std::function<Result<NextFile>()> job, const QString &done)> rewrite = {};
    std::function<void()> rescue = {};
    std::function<void()> demonstration = {}; ///< none: the program has none to offer
};

/// Everything behind the sign-in: navigation, header, pages. Gone as a whole when the file is locked.
class Workspace : public QWidget {
    Q_OBJECT
public:
    Workspace(OpenHostel &hostel, const FileActions &actions = FileActions(), QWidget *parent = nullptr);
    ~Workspace() override;

    /// By its id in places(). What may not be opened by whoever is signed in is refused in the header.
    void openPlace(const QString &id);
    void visit(const Visit &visit);
    void openResident(Id<Person> person);
    void openNewResident();
    Bookmark bookmark() const;
    /// What the page would come back with: not for a bookmark, which outlives the lock.
    QVariantMap leftAs() const { return here().leftAs; }
    void open(const Bookmark &bookmark);
    /// How far down the page is scrolled: 0 at its top, 1 at its end.
    double scrolled() const;
    void scrollTo(double part);
    /// The record itself, in its place; whom it is about when no place shows it.
    void openRecord(const QString &table, qint64 record, Id<Person> about = {});
    void back();
    void forward();
    QWidget *currentPage() const;
    /// Whether a resident's record is open, or a preview that was opened from it.
    bool showsRecord() const { return here().place == QStringLiteral("resident"); }
    /// Puts the keyboard where the page wants it, once the window shows it.
    void focusPage();
    FindBox *find() const { return m_find; }
    void say(const QString &sentence) { m_navigator.say(sentence); }
    void refuse(const QString &sentence) { m_navigator.refuse(sentence); }
    /// Says when the file takes nothing at the moment (a full disk, another file in its place), and when it does again.
    void lookAtFile();
    /// Shows day and time; on another day than before what is open is read anew.
    void showClock();
    /// Undoes the last save of this session, unless a text field has something of its own to undo.
    void undo();
    /// How many emergencies run.
    void showRunning(qsizetype count);
    /// While something lies over everything, the page below reads nothing anew; it does once it is seen again.
    void setBelow(bool isBelow);
    /// On the PC's own printer at once, and what came of it; where it has none, as a preview.
    std::optional<QString> printEmergencySheet(Id<Person> person);
    void previewActNowCard(const HouseCard &house);
    /// The form of timed checks on them (nobody: somebody who is only described), begun with what is known. False: there is
    /// none, or they may not add any.
    bool startChecks(Id<Person> person, const QVariantMap &start);

protected:
    /// Escape that nothing on the page wanted leaves the form that is open.
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void visited(); ///< another page
    void lockRequested();
    void actNowRequested();
    void actNowRequestedFor(keywork::Id<keywork::Person> person); ///< 0: not known yet
    void actNowCardRequested();
    void switchRequested();
    void coverRequested();
    void passwordRequested();
    void lookRequested(keywork::Theme::Kind kind, int percent);

private:
    /// Whose field has the keys, else the only one in view; null when there is none.
    RecordEditor *openForm() const;
    bool leaveForm();
    void sayInHeader(const QString &sentence, bool isGood);
    QWidget *buildHeader();
    void addShortcuts();
    QList<FindAction> findActions();
    QList<FindAction> lookActions();
    /// The tabs of a resident and what may be added there: of the one in view, else of one who is chosen then.
    QList<FindAction> residentActions();
    void addForSomebody(const QString &kind);
    QList<FoundPage> foundPages(const QString &typed);
    bool isToldAbout(const Undo::TakenIn &whole);
    /// Where the window stands; below a preview, where it was opened.
    Visit here() const;
    PlaceContext context(const Visit &visit) const;
    void show(const Visit &visit);
    Id<Person> standingFor(Id<Person> person) const;
    void preview(const Printout &printout);
    void setPage(QWidget *page);
    void onChanged();
    /// The numbers beside the places, from the lines of Today.
    void countLines();
    QTimer m_linesTimer;
    QDateTime m_linesChangeAt; ///< invalid: by itself not
    void lookAtShift();
    QList<Change> m_changes; ///< of the burst that runs
    bool m_isBelow = false; ///< of something that covers everything

    OpenHostel &m_hostel;
    const Services m_services;
    Navigator m_navigator;
    QStackedLayout *m_pages = nullptr;
    NavigationBar *m_navigation = nullptr;
    FindBox *m_find = nullptr;
    QLabel *m_saved = nullptr;
    QList<qint64> m_takenBack; ///< the commit that undid another, when that was the last that was done with the key
    QList<qint64> m_toldUndo; ///< the commit whose undoing was told of, as long as the sentence stands
    CheckStrip *m_checks = nullptr; ///< below the header, while a timed check is overdue
    LoneStrip *m_alone = nullptr; ///< below it, while somebody who works alone has not been heard from
    HouseFoot *m_house = nullptr; ///< at the foot: who is on shift, whom one rings
    QLabel *m_trouble = nullptr; ///< below the header, while the file takes nothing
    QLabel *m_date = nullptr;
    QDate m_day; ///< that m_date shows
    QTimer m_clockTimer;
    QTimer m_reloadTimer;
    QList<Visit> m_past;
    QList<Visit> m_future;
    std::optional<Visit> m_here; ///< none: a preview
    QPointer<QWidget> m_wanted; ///< what the page shown chose to begin with
};

} // namespace keywork
