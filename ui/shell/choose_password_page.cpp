// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choose_password_page.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/new_password.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace keywork {

ChoosePasswordPage::ChoosePasswordPage(OpenHostel &hostel, QWidget *parent)
    : CentredCard(520, parent)
    , m_hostel(hostel)
    , m_background(new Background(this))
{
    const bool isFirst = hostel.session().choosesPassword();
    auto *layout = new QVBoxLayout(card());
    layout->setContentsMargins(38, 34, 38, 34);
    layout->setSpacing(8);
    layout->addWidget(label(tr("Choose your password"), "title"));
    layout->addWidget(label(isFirst ? tr("The passphrase you signed in with is known to the manager who gave it. From now on only you "
                                         "know how you sign in.")
                                    : tr("Once it is set, the old one no longer works."),
        "soft", true));
    m_until = labelledLine(layout, isFirst ? tr("The passphrase you were given") : tr("Your old password"), "until");
    m_until->setEchoMode(QLineEdit::Password);
    m_password = new NewPassword;
    m_password->setKnownWords({hostel.hostelName(), hostel.session().name()});
    layout->addWidget(m_password);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"chooseMessage"_s);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    m_go = button(tr("Set this password"), "primary");
    m_go->setObjectName(u"keepPassword"_s);
    auto *cancel = button(isFirst ? tr("Not now: lock") : tr("Cancel"));
    buttons->addWidget(m_go);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &ChoosePasswordPage::choose);
    connect(m_password, &NewPassword::entered, this, &ChoosePasswordPage::choose);
    connect(cancel, &QPushButton::clicked, this, &ChoosePasswordPage::cancelled);
    setFocusProxy(m_until);
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
}

ChoosePasswordPage::~ChoosePasswordPage() = default;

void ChoosePasswordPage::refuse(const Error &error)
{
    if (error.kind != ErrorKind::WrongPassword) {
        m_message->setText(words::error(error));
        return;
    }
    Accounts &accounts = m_hostel.services().accounts;
    Q_UNUSED(bool(accounts.confirmed(false)));
    m_go->setEnabled(false);
    QTimer::singleShot(accounts.secondsToWait() * 1000, m_go, [this] { m_go->setEnabled(true); });
    m_message->setText(words::wrongPasswordAgain(accounts.secondsToWait()));
}

void ChoosePasswordPage::choose()
{
    if (m_background->isBusy() || !m_go->isEnabled())
        return;
    if (const QString problem = m_password->problem(); !problem.isEmpty()) {
        m_message->setText(problem);
        return;
    }
    const auto job = m_hostel.services().accounts.ownPreparation(m_until->text(), m_password->password());
    if (!job) {
        refuse(job.error());
        return;
    }
    m_message->setText(tr("Setting the password …"));
    m_go->setEnabled(false);
    m_background->ask(*job, [this](const Result<Accounts::Prepared> &prepared) { finish(prepared); });
}

void ChoosePasswordPage::finish(const Result<Accounts::Prepared> &prepared)
{
    m_go->setEnabled(true);
    const Done granted = prepared ? m_hostel.services().accounts.grant(*prepared) : Done(prepared.error());
    if (!granted) {
        refuse(granted.error());
        return;
    }
    Q_EMIT chosen();
}

} // namespace keywork
