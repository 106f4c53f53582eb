// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rescue_page.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/rescuing.h"
#include "core/services/keeping/restoring.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"
#include "ui/widgets/parts.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A name beside the damaged file that nothing has yet.
QString freeNameBeside(const QString &damaged)
{
    const QFileInfo info(damaged);
    for (int number = 1;; ++number) {
        const QString name = info.completeBaseName() + u" rescued"_s + (number > 1 ? u' ' + QString::number(number) : QString());
        const QString path = info.absoluteDir().filePath(name + u".keywork"_s);
        if (!QFileInfo::exists(path))
            return path;
    }
}

} // namespace

RescuePage::RescuePage(QWidget *parent)
    : CentredCard(640, parent)
    , m_background(std::make_unique<Background>())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(34, 28, 34, 26);
    layout->setSpacing(10);
    layout->addWidget(label(tr("Rescue what can still be read"), "title"));
    m_which = label({}, "soft", true);
    layout->addWidget(m_which);
    m_why = label(tr("The damaged file is read row by row, and what is found is written into a new file; the damaged one is not changed. "
                     "A backup is whole: when the last one is recent, going back to it is the better way."),
        "", true);
    layout->addWidget(m_why);
    m_form = new QWidget;
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(10);
    buildForm(form);
    layout->addWidget(m_form);
    m_result = new QWidget;
    m_lines = new QVBoxLayout(m_result);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    layout->addWidget(m_result);
    m_result->hide();
    layout->addStretch();
}

RescuePage::~RescuePage()
{
    m_stop->store(true);
    m_background.reset();
}

bool RescuePage::isBusy() const { return m_background->isBusy(); }

void RescuePage::buildForm(QVBoxLayout *layout)
{
    m_name = labelledLine(layout, tr("Your name"), "rescueName");
    m_password = labelledLine(layout, tr("Password"), "rescuePassword");
    m_password->setEchoMode(QLineEdit::Password);
    m_recoveryKey = labelledLine(layout, tr("or the recovery key"), "rescueKey");
    m_target = labelledLine(layout, tr("New file"), "rescueTarget");
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"rescueMessage"_s);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    m_go = button(tr("&Rescue"), "primary");
    m_go->setObjectName(u"rescue"_s);
    m_cancel = button(tr("Cancel"));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    buttons->addWidget(m_go);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &RescuePage::rescue);
    connect(m_password, &QLineEdit::returnPressed, this, &RescuePage::rescue);
    connect(m_recoveryKey, &QLineEdit::returnPressed, this, &RescuePage::rescue);
    connect(m_cancel, &QPushButton::clicked, this, &RescuePage::cancelled);
}

void RescuePage::start(const std::shared_ptr<HostelFile> &damaged)
{
    ++m_attempt;
    m_stop->store(true); // a rescue that still runs is broken off, and leaves nothing behind
    m_background = std::make_unique<Background>();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_damaged = damaged;
    const QString path = damaged ? QFileInfo(damaged->path()).absoluteFilePath() : QString();
    m_which->setText(QDir::toNativeSeparators(path));
    m_name->setText({});
    m_password->setText({});
    m_recoveryKey->setText({});
    m_target->setText(path.isEmpty() ? QString() : QDir::toNativeSeparators(freeNameBeside(path)));
    m_message->clear();
    m_go->setEnabled(true);
    emptyLayout(m_lines); // names of residents stand there
    m_result->hide();
    m_form->show();
    m_why->show();
    m_name->setFocus();
}

void RescuePage::rescue()
{
    if (!m_damaged || isBusy() || !m_go->isEnabled())
        return;
    const bool hasPassword = !m_name->text().trimmed().isEmpty() && !m_password->text().isEmpty();
    if (!hasPassword && m_recoveryKey->text().isEmpty()) {
        m_message->setText(tr("Please type your name and password, or the recovery key."));
        return;
    }
    BackupKey key;
    key.name = m_name->text();
    key.password = m_password->text();
    key.recoveryKey = m_recoveryKey->text();
    const QString target = QDir::fromNativeSeparators(m_target->text().trimmed());
    m_message->setText(tr("Reading row by row … This can take some minutes."));
    m_go->setEnabled(false);
    m_password->setText({});
    m_recoveryKey->setText({});
    m_background->ask([file = m_damaged, target, key, stop = m_stop] { return file->rescue(target, key, [stop] { return stop->load(); }); },
        [this, attempt = m_attempt, target](const Result<Rescued> &rescued) {
            if (attempt == m_attempt)
                finish(target, rescued);
        });
}

void RescuePage::finish(const QString &target, const Result<Rescued> &rescued)
{
    if (!rescued) {
        const bool isWrong = rescued.error().kind == ErrorKind::WrongPassword;
        if (isWrong) // whichever way was tried before
            m_failures = std::max(m_failures + 1, m_damaged->recentFailures());
        const int seconds = isWrong ? Accounts::secondsToWait(m_failures) : 0;
        QTimer::singleShot(seconds * 1000, m_go, [this] { m_go->setEnabled(true); });
        m_password->setFocus();
        m_message->setText(rescued.error().kind == ErrorKind::Damaged
                ? tr("Too little of this file is left: its beginning can't be read. Only a backup helps.")
                : words::error(rescued.error()));
        return;
    }
    m_form->hide();
    m_why->hide();
    tell(*rescued);
    auto *open = button(tr("&Open the rescued file"), "primary");
    open->setObjectName(u"openRescued"_s);
    connect(
        open, &QPushButton::clicked, this, [this, target] { Q_EMIT fileWanted(target); }, Qt::QueuedConnection);
    m_lines->addWidget(open, 0, Qt::AlignLeft);
    m_result->show();
    open->setFocus();
    Q_EMIT told();
}

void RescuePage::tell(const Rescued &rescued)
{
    const auto styleOf = [](words::RescueSentence::Look look) {
        return look == words::RescueSentence::Look::Strong ? "strong"
            : look == words::RescueSentence::Look::Problem ? "problem"
            : look == words::RescueSentence::Look::Soft    ? "soft"
                                                           : "";
    };
    for (const words::RescueSentence &sentence : words::rescueSentences(rescued))
        m_lines->addWidget(label(sentence.text, styleOf(sentence.look), true));
    m_lines->addWidget(label(tr("Keep the damaged file until everything was looked through; work goes on in the new one."), "", true));
}

} // namespace keywork
