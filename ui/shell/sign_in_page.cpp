// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sign_in_page.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/backups.h"
#include "ui/shell/view_button.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

SignInPage::SignInPage(QWidget *parent)
    : CentredCard(760, parent)
    , m_background(new Background(this))
{
    auto *columns = new QHBoxLayout(card());
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(buildForm(), 5);
    columns->addWidget(buildPanel(), 3);
    connect(m_button, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_button->setEnabled(m_file != nullptr); });
}

QWidget *SignInPage::buildForm()
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(38, 38, 38, 34);
    layout->setSpacing(6);
    layout->addWidget(label(u"Keywork"_s, "brand"));
    m_fileName = label({}, "soft", true);
    layout->addWidget(m_fileName);
    layout->addSpacing(20);
    m_fields = new QWidget;
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(6);
    m_name = labelledLine(fields, tr("Your name"), "name");
    fields->addSpacing(10);
    m_password = labelledLine(fields, tr("Password"), "password");
    m_password->setEchoMode(QLineEdit::Password);
    layout->addWidget(m_fields);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"message"_s);
    layout->addWidget(m_message);
    layout->addSpacing(8);
    m_button = button(tr("Sign in"), "primary");
    m_button->setObjectName(u"signIn"_s);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addSpacing(16);
    m_forgotten = button(tr("I &forgot my password"), "link");
    m_forgotten->setObjectName(u"forgotten"_s);
    m_backup = button({}, "link");
    m_backup->setObjectName(u"lookAtBackup"_s);
    m_backup->hide();
    connect(m_backup, &QPushButton::clicked, this, [this] { Q_EMIT backupWanted(m_backupPath); });
    layout->addWidget(m_backup, 0, Qt::AlignLeft);
    m_rescue = button(tr("Rescue &what can still be read…"), "link");
    m_rescue->setObjectName(u"rescueFile"_s);
    m_rescue->hide();
    connect(m_rescue, &QPushButton::clicked, this, &SignInPage::rescueWanted, Qt::QueuedConnection);
    layout->addWidget(m_rescue, 0, Qt::AlignLeft);
    layout->addWidget(m_forgotten, 0, Qt::AlignLeft);
    layout->addWidget(buildWays());
    layout->addStretch();
    connect(m_forgotten, &QPushButton::clicked, this, &SignInPage::forgotten);
    return form;
}

QWidget *SignInPage::buildWays()
{
    m_ways = new QWidget;
    m_waysLayout = new QVBoxLayout(m_ways);
    m_waysLayout->setContentsMargins(0, 0, 0, 0);
    m_fresh = button(tr("&New hostel"));
    m_fresh->setObjectName(u"newHostel"_s);
    addWay(m_fresh, tr("Begin with your own house: its name, your password, and a file that only your team can open."));
    m_demonstration = button(tr("Try the &demonstration"));
    m_demonstration->setObjectName(u"tryDemonstration"_s);
    m_demonstrationSays
        = addWay(m_demonstration, tr("A hostel with forty invented residents. Try anything: nothing there is about anybody."));
    m_other = button({});
    m_other->setObjectName(u"openAnother"_s);
    addWay(m_other, tr("Your hostel works with Keywork already, and its file lies on this PC, a stick or a shared folder."));
    m_waysLayout->addStretch();
    connect(m_fresh, &QPushButton::clicked, this, &SignInPage::newHostel);
    connect(m_demonstration, &QPushButton::clicked, this, &SignInPage::demonstrationWanted, Qt::QueuedConnection);
    connect(m_other, &QPushButton::clicked, this, &SignInPage::openAnother);
    return m_ways;
}

QLabel *SignInPage::addWay(QPushButton *way, const QString &sentence)
{
    auto *says = label(sentence, "soft", true);
    m_waysLayout->addWidget(way, 0, Qt::AlignLeft);
    m_waysLayout->addWidget(says);
    m_waysSay.append(says);
    return says;
}

/// Without a file they are what the page is for; beside a sign-in they stand in one line.
void SignInPage::showWays()
{
    const bool isNewcomer = m_file == nullptr;
    m_waysLayout->setDirection(isNewcomer || Theme::isLarge() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QLabel *says : std::as_const(m_waysSay))
        says->setVisible(isNewcomer);
    m_demonstration->setVisible(isNewcomer && m_offersDemonstration);
    m_demonstrationSays->setVisible(isNewcomer && m_offersDemonstration);
    setLook(m_fresh, isNewcomer ? "primary" : "");
    m_other->setText(isNewcomer ? tr("&Open a file that is there") : tr("&Open another file"));
    m_ways->show();
    for (QWidget *part :
        {m_fields, static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_forgotten), static_cast<QWidget *>(m_thisFile)})
        part->setVisible(!isNewcomer);
    if (isNewcomer)
        m_fresh->setFocus();
}

void SignInPage::offerDemonstration(bool offer)
{
    m_offersDemonstration = offer;
    showWays();
}

QWidget *SignInPage::buildPanel()
{
    auto *panel = new QFrame;
    panel->setProperty("look", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(28, 42, 28, 28);
    layout->addWidget(label(tr("In an emergency"), "cardTitle"));
    layout->addWidget(label(tr("Ring 999 first. What happened can be written down afterwards."), "soft", true));
    auto *actNow = button(tr("Overdose — act now  F12"), "emergency");
    actNow->setObjectName(u"actNowFromSignIn"_s);
    connect(actNow, &QPushButton::clicked, this, &SignInPage::actNowWanted);
    layout->addWidget(actNow, 0, Qt::AlignLeft);
    layout->addSpacing(24);
    m_thisFile = label(tr("This file"), "cardTitle");
    layout->addWidget(m_thisFile);
    m_lastBackup = label({}, "", true);
    layout->addWidget(m_lastBackup);
    layout->addStretch();
    auto *view = new ViewButton;
    connect(view, &ViewButton::wanted, this, &SignInPage::lookWanted);
    layout->addWidget(view, 0, Qt::AlignLeft);
    return panel;
}

SignInPage::~SignInPage() = default;

bool SignInPage::isBusy() const { return m_background->isBusy(); }

void SignInPage::setFile(const std::shared_ptr<HostelFile> &file, const QString &sentence)
{
    ++m_attempt; // locking gives up a check that still runs
    offerBackup({});
    offerRescue(false);
    m_file = file;
    showWays();
    m_name->setEnabled(file != nullptr);
    m_password->setEnabled(file != nullptr);
    m_button->setEnabled(file != nullptr && !m_pause.isActive());
    m_forgotten->setEnabled(file && !file->summary().isCopy);
    m_message->setText(sentence);
    m_password->setText({});
    if (!file) {
        m_fileName->setText(tr("No hostel is open yet. How do you want to begin?"));
        m_lastBackup->clear();
        return;
    }
    if (const int known = file->recentFailures(); known > m_failures) { // starting the program again is no way around the wait
        m_failures = known;
        m_pause.start(Accounts::secondsToWait(m_failures) * 1000);
        m_button->setEnabled(false);
    }
    const FileSummary summary = file->summary();
    m_fileName->setText(summary.hostelName + u" · "_s + summary.fileName);
    if (summary.backupMadeAt.isValid()) {
        m_lastBackup->setText(tr("This is a backup, to look only. To work with it, sign in to your file and restore it under Settings."));
        (m_name->text().isEmpty() ? m_name : m_password)->setFocus();
        return;
    }
    if (summary.isCopy) {
        m_lastBackup->setText(tr("This file, what lies beside it or its folder can't be written to: a private copy is opened, to look "
                                 "only. Nothing typed would be kept."));
        (m_name->text().isEmpty() ? m_name : m_password)->setFocus();
        return;
    }
    showLastBackup();
    (m_name->text().isEmpty() ? m_name : m_password)->setFocus();
}

/// Read anew whenever the page is shown: a backup may have been made since.
void SignInPage::showLastBackup()
{
    if (!m_file)
        return;
    const FileSummary summary = m_file->summary();
    if (summary.backupMadeAt.isValid() || summary.isCopy)
        return;
    const QDateTime at = summary.lastGoodBackup.toLocalTime();
    m_lastBackup->setText(tr("Encrypted on this PC.") + u' '
        + (at.isValid() ? tr("Last backup %1, %2.").arg(words::date(at.date()), words::time(at))
                        : tr("No backup yet: one is made when you close the window.")));
}

void SignInPage::showEvent(QShowEvent *event)
{
    CentredCard::showEvent(event);
    showLastBackup();
}

void SignInPage::offerBackup(const QString &filePath)
{
    const QList<BackupFile> backups = filePath.isEmpty() ? QList<BackupFile>() : backupsIn(backupFolderBeside(filePath), std::nullopt);
    const auto newest
        = std::find_if(backups.cbegin(), backups.cend(), [](const BackupFile &file) { return file.isReadable && !file.leaves; });
    m_backup->setVisible(newest != backups.cend());
    if (newest == backups.cend())
        return;
    m_backupPath = newest->path;
    const QDateTime at = newest->madeAt.toLocalTime();
    m_backup->setText(tr("Look at the newest &good backup beside it: %1, %2").arg(words::date(at.date()), words::time(at)));
}

void SignInPage::offerRescue(bool offer) { m_rescue->setVisible(offer); }

void SignInPage::setBusy(const QString &sentence)
{
    setFile(nullptr);
    m_fileName->clear();
    m_message->setText(sentence);
    m_ways->hide();
}

void SignInPage::expect(const QString &name)
{
    m_name->setText(name);
    (name.isEmpty() ? m_name : m_password)->setFocus();
}

void SignInPage::clear()
{
    m_name->setText({});
    m_password->setText({});
}

void SignInPage::signIn()
{
    if (!m_file || m_background->isBusy() || m_pause.isActive())
        return;
    m_message->setText(tr("Checking …"));
    m_button->setEnabled(false);
    m_background->ask([file = m_file, name = m_name->text(), password = m_password->text()] { return file->unlock(name, password); },
        [this, attempt = m_attempt](Result<UnlockedFile> unlocked) {
            if (attempt == m_attempt)
                finish(std::move(unlocked));
        });
}

void SignInPage::fail(const QString &sentence)
{
    const int seconds = Accounts::secondsToWait(++m_failures);
    m_pause.start(seconds * 1000);
    m_message->setText(seconds > 1 ? sentence + u' ' + tr("Try again in %1 seconds.").arg(seconds) : sentence);
    m_password->selectAll();
    m_password->setFocus();
}

QString SignInPage::whyNot(const Error &error) const
{
    // Reading needs no room; bringing the file to a new version's form does.
    return error.kind == ErrorKind::NoRoom
        ? tr("The disk is full, and to open this file some room is needed. Nothing was changed. Please make room, then sign in again.")
        : words::error(error);
}

void SignInPage::finish(Result<UnlockedFile> unlocked)
{
    if (!unlocked) {
        if (unlocked.error().kind == ErrorKind::Damaged)
            offerBackup(m_file->path());
        fail(whyNot(unlocked.error()));
        return;
    }
    auto opened = m_file->open(std::move(*unlocked));
    // Unreadable sectors come as Storage.
    if (!opened && (opened.error().kind == ErrorKind::Damaged || opened.error().kind == ErrorKind::Storage)) {
        offerBackup(m_file->path());
        offerRescue(!m_file->summary().isCopy);
    }
    if (!opened) {
        fail(whyNot(opened.error()));
        return;
    }
    m_failures = 0;
    m_message->clear();
    m_button->setEnabled(true);
    clear();
    Q_EMIT signedIn(std::shared_ptr<OpenHostel>(std::move(*opened)));
}

} // namespace keywork
