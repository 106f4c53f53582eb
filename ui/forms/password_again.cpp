// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/password_again.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/services.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

PasswordAgain::PasswordAgain(const Services &services, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_background(new Background(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(u"Keywork"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(label(tr("Is it you?"), "cardTitle"));
    auto *doing = label(what, "strong", true);
    doing->setObjectName(u"whatIsDone"_s);
    layout->addWidget(doing);
    auto *why = label(tr("This is not done at a screen that was left open: please type your password again."), "soft", true);
    why->setMinimumWidth(Theme::scaled(320));
    layout->addWidget(why);
    m_password = labelledLine(layout, tr("Your password"), "passwordAgain");
    m_password->setEchoMode(QLineEdit::Password);
    m_message = label({}, "problem", true);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    m_go = button(tr("Go on"), "primary");
    m_go->setObjectName(u"confirm"_s);
    auto *cancel = button(tr("Cancel"));
    buttons->addWidget(m_go);
    buttons->addWidget(cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, m_go, [this] { m_go->setEnabled(true); });
    connect(m_go, &QPushButton::clicked, this, &PasswordAgain::check);
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordAgain::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_password->setFocus();
}

PasswordAgain::~PasswordAgain() = default;

void PasswordAgain::check()
{
    if (m_background->isBusy() || m_pause.isActive())
        return;
    m_message->setText(tr("Checking …"));
    m_go->setEnabled(false);
    auto right = std::make_shared<bool>(false);
    m_background->run([job = m_services.accounts.confirmation(m_password->text()), right] { *right = job(); },
        [this, right] {
            if (const Done confirmed = m_services.accounts.confirmed(*right); confirmed) {
                accept();
                return;
            }
            const int seconds = m_services.accounts.secondsToWait();
            m_pause.start(seconds * 1000);
            m_message->setText(words::wrongPasswordAgain(seconds));
            m_password->selectAll();
            m_password->setFocus();
        });
}

void withPasswordAnew(
    QWidget *parent, const Services &services, const QString &what, std::function<Done()> attempt, std::function<void(const Done &)> after)
{
    services.accounts.askAgain();
    withPassword(parent, services, what, std::move(attempt), std::move(after));
}

void withPassword(
    QWidget *parent, const Services &services, const QString &what, std::function<Done()> attempt, std::function<void(const Done &)> after)
{
    const Done first = attempt();
    if (first || first.error().kind != ErrorKind::PasswordNeeded) {
        after(first);
        return;
    }
    auto *dialog = new PasswordAgain(services, what, parent);
    QObject::connect(
        dialog, &QDialog::accepted, parent, [attempt = std::move(attempt), after = std::move(after)] { after(attempt()); },
        Qt::QueuedConnection);
    dialog->open();
}

} // namespace keywork
