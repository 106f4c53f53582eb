// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery_page.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/records/records.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/new_password.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

RecoveryPage::RecoveryPage(QWidget *parent)
    : CentredCard(560, parent)
    , m_background(new Background(this))
{
    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(34, 28, 34, 26);
    layout->setSpacing(10);
    layout->addWidget(label(tr("I forgot my password"), "title"));
    layout->addWidget(
        label(tr("A manager can set your password under Team. When no manager can sign in, the recovery key opens the file: "
                 "the paper that was printed when the file was made. A restored backup that had left the house opens with its "
                 "passphrase too."),
            "soft", true));
    m_key = labelledLine(layout, tr("Recovery key *"), "recoveryKeyTyped");
    m_key->setPlaceholderText(u"ABCD-EFGH-…"_s);
    m_name = labelledLine(layout, tr("Your name, as a manager *"), "recoveryName");
    m_password = new NewPassword;
    layout->addWidget(m_password);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"recoveryMessage"_s);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    m_button = button(tr("Set the password and sign in"), "primary");
    m_button->setObjectName(u"recover"_s);
    auto *cancel = button(tr("Cancel"));
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    buttons->addWidget(m_button);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        if (m_file)
            m_password->setKnownWords({m_file->summary().hostelName, m_name->text()});
    });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, m_button, [this] { m_button->setEnabled(!isBusy()); });
    connect(m_button, &QPushButton::clicked, this, &RecoveryPage::recover);
    connect(m_password, &NewPassword::entered, this, &RecoveryPage::recover);
    connect(cancel, &QPushButton::clicked, this, &RecoveryPage::cancelled);
}

RecoveryPage::~RecoveryPage() = default;

bool RecoveryPage::isBusy() const { return m_background->isBusy(); }

void RecoveryPage::start(const std::shared_ptr<HostelFile> &file)
{
    ++m_attempt; // whatever still runs has been given up
    m_file = file;
    m_key->setText({}); // forgets what could be undone too
    m_name->setText({});
    m_password->clear();
    m_message->clear();
    m_button->setEnabled(!m_pause.isActive());
    if (m_file)
        pause(); // coming back is no way around the wait
    m_key->setFocus();
}

void RecoveryPage::fail(const QString &sentence)
{
    m_message->setText(sentence);
    m_button->setEnabled(true);
}

/// As long as the sign-in makes one wait.
void RecoveryPage::pause()
{
    const int seconds = Accounts::secondsToWait(m_file->recentFailures());
    if (seconds == 0)
        return;
    m_button->setEnabled(false);
    m_pause.start(seconds * 1000);
}

void RecoveryPage::recover()
{
    if (!m_file || m_background->isBusy() || m_pause.isActive())
        return;
    if (m_name->text().trimmed().isEmpty()) {
        fail(tr("Please type your name."));
        return;
    }
    if (const QString problem = m_password->problem(); !problem.isEmpty()) {
        fail(problem);
        return;
    }
    m_message->setText(tr("Checking …"));
    m_button->setEnabled(false);
    m_background->ask([file = m_file, key = m_key->text()] { return file->unlockWithRecoveryKey(key); },
        [this, attempt = m_attempt](Result<UnlockedFile> unlocked) {
            if (attempt != m_attempt)
                return;
            if (unlocked) {
                setPassword(std::move(*unlocked));
                return;
            }
            fail(unlocked.error().kind == ErrorKind::WrongPassword ? tr("This does not open the file. Please look at the paper again.")
                                                                   : words::error(unlocked.error()));
            if (unlocked.error().kind == ErrorKind::WrongPassword)
                pause();
        });
}

void RecoveryPage::setPassword(UnlockedFile unlocked)
{
    auto opened = m_file->openRecovered(std::move(unlocked), m_name->text());
    if (!opened) {
        fail(opened.error().kind == ErrorKind::NotFound ? tr("There is no manager of this name. Please type it as it stands under Team.")
                                                        : words::error(opened.error()));
        return;
    }
    std::shared_ptr<OpenHostel> hostel(std::move(*opened));
    const auto member = hostel->services().records.one(hostel->session().staff());
    if (!member) {
        fail(words::error(member.error()));
        return;
    }
    const auto job = hostel->services().accounts.preparation(*member, m_password->password());
    if (!job) {
        fail(words::error(job.error()));
        return;
    }
    m_background->ask(*job, [this, attempt = m_attempt, hostel](const Result<Accounts::Prepared> &prepared) {
        if (attempt == m_attempt)
            finish(hostel, prepared);
    });
}

void RecoveryPage::finish(const std::shared_ptr<OpenHostel> &hostel, const Result<Accounts::Prepared> &prepared)
{
    const Done granted = prepared ? hostel->services().accounts.grant(*prepared) : Done(prepared.error());
    if (!granted) {
        fail(words::error(granted.error()));
        return;
    }
    start(nullptr); // nothing typed stays behind
    Q_EMIT signedIn(hostel);
}

} // namespace keywork
