// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/backups_page.h"

#include "core/base/background.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/records.h"
#include "ui/forms/password_again.h"
#include "ui/pages/settings/file_check_part.h"
#include "ui/pages/settings/restore_part.h"
#include "ui/pages/settings/settings_title.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/file_question.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kShown = 12;

QString megabytes(qint64 bytes) { return QObject::tr("%1 MB").arg(double(bytes) / 1'000'000, 0, 'f', bytes < 10'000'000 ? 1 : 0); }

} // namespace

BackupsPage::BackupsPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Page(hostel.services(), navigator, parent)
    , m_background(std::make_unique<Background>())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 20);
    layout->setSpacing(14);
    layout->addWidget(settingsTitle(u"backups"_s, navigator));
    m_state = new Card(tr("How safe the file is"));
    m_takeOut = new Card(tr("A backup to take out of the house"));
    m_restore = new RestorePart(hostel, navigator);
    m_list = new Card(tr("Backups there"), tr("newest first"));
    layout->addWidget(m_state);
    layout->addWidget(m_takeOut);
    layout->addWidget(m_restore);
    layout->addWidget(m_list);
    layout->addWidget(new FileCheckPart(hostel, navigator));
    layout->addStretch();
    m_takeOut->hide();
    reload();
}

BackupsPage::~BackupsPage()
{
    m_stop->store(true); // a lock never waits for long
    m_background.reset();
}

bool BackupsPage::isBusy() const { return m_background->isBusy() || m_restore->isBusy(); }

void BackupsPage::reload()
{
    if (isBusy())
        return;
    keepingFocus(this, [this] {
        buildState();
        buildList();
    });
}

void BackupsPage::buildState()
{
    m_state->clear();
    const Backups &backups = m_services.backups;
    const Clock &clock = m_services.records.clock();
    const QDateTime last = clock.local(backups.lastGood());
    auto *line = lineOrFlow(8);
    line->addWidget(backups.isOverdue() ? chip(tr("Overdue"), "attention") : chip(tr("Up to date"), "done"));
    line->addWidget(label(backups.lastGood().isValid() ? tr("Last good backup %1, %2.").arg(words::date(last.date()), words::time(last))
                                                       : tr("There is no backup yet."),
        "strong"));
    pushRight(line);
    m_state->body()->addLayout(line);
    m_state->body()->addWidget(label(tr("A backup is made when the window is closed and every few hours in between. It is read to its last "
                                        "page before it is called good; the last six stay; of older ones one a day for 14 days, "
                                        "one a week for 8 weeks and one a month for 12 months."),
        "soft", true));
    auto *place = label(tr("Place: %1").arg(backups.folder()), "", true);
    m_state->body()->addWidget(place);
    if (!backups.hasSecondPlace())
        m_state->body()->addWidget(label(tr("This is beside the file itself and goes with it. Choose a second place, such as a USB stick "
                                            "that stays in the safe: if the PC is lost, "
                                            "both would be."),
            "problem", true));
    auto *buttons = wrappingLine(8);
    auto *now = button(tr("Back up &now"), "primary");
    now->setObjectName(u"backUpNow"_s);
    connect(now, &QPushButton::clicked, this, [this] { backUp({}); });
    auto *choose = button(tr("Choose the second &place…"));
    connect(choose, &QPushButton::clicked, this, &BackupsPage::choosePlace);
    auto *out = button(tr("Backup to &take out of the house…"));
    out->setObjectName(u"takeOut"_s);
    connect(out, &QPushButton::clicked, this, &BackupsPage::takeOut);
    buttons->addWidget(now);
    buttons->addWidget(choose);
    buttons->addWidget(out);
    pushRight(buttons);
    m_state->body()->addLayout(buttons);
    buildAside();
}

void BackupsPage::buildAside()
{
    const QList<AsideFile> files = m_services.backups.keptAside();
    if (files.isEmpty())
        return;
    m_state->body()->addWidget(
        label(tr("Kept from before a restore. Such a file holds everything of that day, also what was erased since: delete it once the "
                 "restore has proved right."),
            "soft", true));
    for (const AsideFile &file : files) {
        const QString when = words::date(file.at.date()) + u' ' + words::time(file.at);
        auto *line = lineOrFlow(10);
        line->addWidget(label(when, "strong"));
        line->addWidget(label(megabytes(file.bytes), "soft"));
        pushRight(line);
        auto *undo = button(file.path == files.first().path ? tr("&Undo this restore…") : tr("Undo this restore…"));
        undo->setObjectName(u"undoRestore"_s);
        undo->setAccessibleName(tr("Undo the restore of %1").arg(when));
        connect(undo, &QPushButton::clicked, this, [this, file] { m_restore->look(file.path); });
        auto *remove = button(tr("Delete…"));
        remove->setObjectName(u"removeAside"_s);
        remove->setAccessibleName(tr("Delete the file from before the restore of %1").arg(when));
        connect(remove, &QPushButton::clicked, this, [this, file] { removeAside(file.path); });
        line->addWidget(undo);
        line->addWidget(remove);
        m_state->body()->addLayout(line);
    }
}

void BackupsPage::removeAside(const QString &path)
{
    withPasswordAnew(
        this, m_services, tr("Delete the file from before the restore for good"),
        [this, path]() -> Done { return m_services.backups.removeAside(path); },
        [this](const Done &done) {
            m_navigator.answer(done, tr("Deleted"));
            if (done)
                reload();
        });
}

void BackupsPage::buildList()
{
    m_list->clear();
    const QList<BackupFile> files = m_services.backups.list();
    if (files.isEmpty())
        m_list->body()->addWidget(
            label(tr("None yet. The first one is made when the window is closed, or with “Back up now”."), "soft", true));
    const Clock &clock = m_services.records.clock();
    for (const BackupFile &file : files.mid(0, kShown)) {
        const QDateTime at = clock.local(file.madeAt);
        const QString when = words::date(at.date()) + u' ' + words::time(at);
        auto *line = lineOrFlow(10);
        line->addWidget(label(when, "strong"));
        line->addWidget(label(
            file.isReadable ? megabytes(file.bytes) : tr("can't be read: it was cut or is damaged"), file.isReadable ? "soft" : "problem"));
        if (file.leaves)
            line->addWidget(chip(tr("without passwords"), "neutral"));
        pushRight(line);
        auto *open = button(tr("What is in it…"));
        open->setAccessibleName(tr("What is in the backup of %1").arg(when));
        open->setEnabled(file.isReadable);
        connect(open, &QPushButton::clicked, this, [this, file] {
            if (file.leaves)
                m_restore->askForKey(file.path);
            else
                m_restore->look(file.path);
        });
        line->addWidget(open);
        m_list->body()->addLayout(line);
    }
    if (files.size() > kShown)
        m_list->body()->addWidget(label(tr("and %1 older ones").arg(files.size() - kShown), "soft"));
    auto *other = button(tr("From &another place…"), "link");
    connect(other, &QPushButton::clicked, this, [this] {
        askForFile(this, {.title = tr("Which backup?"), .filter = tr("Backups (*.keywork-backup)")},
            [this](const QString &path) { m_restore->look(path); });
    });
    m_list->body()->addWidget(other, 0, Qt::AlignLeft);
}

void BackupsPage::choosePlace()
{
    askForFile(this, {.title = tr("Second place for backups"), .wanted = FileQuestion::Wanted::Folder}, [this](const QString &path) {
        const Done chosen = m_services.backups.chooseSecondPlace(path);
        m_navigator.answer(chosen, tr("Saved"));
        reload();
    });
}

void BackupsPage::showBusy(const QString &sentence)
{
    m_state->clear();
    m_state->body()->addWidget(label(sentence, "strong", true));
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelBackup"_s);
    connect(cancel, &QPushButton::clicked, this, [this] { m_stop->store(true); });
    m_state->body()->addWidget(cancel, 0, Qt::AlignLeft);
    cancel->setFocus();
}

void BackupsPage::backUp(const BackupWish &wish)
{
    if (isBusy())
        return;
    withPassword(
        this, m_services, wish.leaving ? tr("Make a backup that leaves the house") : tr("Make a backup"),
        [this, wish]() -> Done {
            const auto job = m_services.backups.job(wish);
            if (!job)
                return job.error();
            showBusy(tr("Making a backup and reading it to the last page … Work can go on meanwhile."));
            m_stop->store(false);
            m_background->ask([job = *job, stop = m_stop] { return job([stop] { return stop->load(); }); },
                [this, leaving = wish.leaving](const Result<BackupMade> &made) {
                    Q_UNUSED(bool(m_services.backups.finished(made)));
                    reload();
                    m_navigator.answer(made, leaving ? tr("Backup to take out: good") : tr("Backup made: good"));
                });
            return {};
        },
        [this](const Done &done) {
            if (!done)
                m_navigator.refuse(done.error());
        });
}

void BackupsPage::takeOut()
{
    m_takeOut->clear();
    m_takeOut->show();
    const QString passphrase = Backups::makePassphrase();
    m_takeOut->body()->addWidget(
        label(tr("No password of the team opens this backup: only the recovery key, and this passphrase."), "", true));
    auto *shown = label(passphrase, "cardTitle", true);
    shown->setObjectName(u"leavingPassphrase"_s);
    shown->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_takeOut->body()->addWidget(shown);
    m_takeOut->body()->addWidget(label(tr("Write it down now and keep it away from the stick. It is shown this one time."), "soft", true));
    auto *go = button(tr("I wrote it down: choose the &folder…"), "primary");
    connect(go, &QPushButton::clicked, this, [this, passphrase] {
        askForFile(this, {.title = tr("Where to?"), .wanted = FileQuestion::Wanted::Folder}, [this, passphrase](const QString &folder) {
            m_takeOut->hide();
            backUp({.folder = folder, .leaving = true, .passphrase = passphrase});
        });
    });
    auto *cancel = button(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, m_takeOut, &QWidget::hide);
    auto *buttons = lineOrFlow(8);
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    pushRight(buttons);
    m_takeOut->body()->addLayout(buttons);
    go->setFocus();
}

} // namespace keywork
