// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/team/access_part.h"

#include "core/base/background.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/new_password.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

AccessPart::AccessPart(const Kept<Staff> &member, const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_member(member)
    , m_services(services)
    , m_navigator(navigator)
    , m_background(new Background(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    layout->addWidget(label(tr("Signing in"), "cardTitle"));
    const Accounts::Entry entry = services.accounts.entryOf(member.value);
    const QString sentence = entry == Accounts::Entry::None ? tr("%1 has no password yet and can't sign in.")
        : entry == Accounts::Entry::ByName                  ? tr("%1 signs in with this name and a password. A new one replaces it.")
                                                            : tr("%1 still signs in with the earlier name, until a new password is set.");
    m_state = label(sentence.arg(member.value.name), "soft", true);
    m_state->setObjectName(u"accessState"_s);
    layout->addWidget(m_state);
    m_password = new NewPassword;
    m_password->setKnownWords({member.value.name});
    m_password->setMaximumWidth(Theme::scaled(420));
    layout->addWidget(m_password);
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"accessMessage"_s);
    layout->addWidget(m_message);
    m_set = button(tr("Set the password"));
    m_set->setObjectName(u"setPassword"_s);
    layout->addWidget(m_set, 0, Qt::AlignLeft);
    connect(m_set, &QPushButton::clicked, this, &AccessPart::setPassword);
    connect(m_password, &NewPassword::entered, this, &AccessPart::setPassword);
}

AccessPart::~AccessPart() = default;

bool AccessPart::isBusy() const { return m_background->isBusy(); }

void AccessPart::setPassword()
{
    if (m_background->isBusy())
        return;
    if (const QString problem = m_password->problem(); !problem.isEmpty()) {
        m_message->setText(problem);
        return;
    }
    const auto job = m_services.accounts.preparation(m_member, m_password->password());
    if (!job) {
        finish(job.error());
        return;
    }
    m_message->setText(tr("Setting the password …"));
    m_set->setEnabled(false);
    auto result = std::make_shared<std::optional<Result<Accounts::Prepared>>>();
    m_background->run([job = *job, result] { result->emplace(job()); }, [this, result] { finish(**result); });
}

void AccessPart::finish(const Result<Accounts::Prepared> &prepared)
{
    m_set->setEnabled(true);
    const Done granted = prepared ? m_services.accounts.grant(*prepared) : Done(prepared.error());
    if (!granted) {
        const bool told = granted.error().kind == ErrorKind::Invalid && !granted.error().violations.isEmpty();
        m_message->setText(told ? words::violation(granted.error().violations.first()) : words::error(granted.error()));
        return;
    }
    m_password->clear();
    m_message->clear();
    m_state->setText(tr("%1 can sign in with the new password.").arg(m_member.value.name));
    m_navigator.say(tr("Saved"));
}

} // namespace keywork
