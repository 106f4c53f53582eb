// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/team/access_part.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/house/passwords.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/records.h"
#include "ui/forms/password_again.h"
#include "ui/pages/quick_card_print.h"
#include "ui/text/words_errors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/new_password.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

using namespace Qt::StringLiterals;

namespace keywork {

AccessPart::AccessPart(const Kept<Staff> &member, OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_member(member)
    , m_services(hostel.services())
    , m_navigator(navigator)
    , m_background(new Background(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    layout->addWidget(label(tr("Signing in"), "cardTitle"));
    m_state = label({}, "soft", true);
    m_state->setObjectName(u"accessState"_s);
    layout->addWidget(m_state);
    m_passphrase = label({}, "cardTitle", true);
    m_passphrase->setObjectName(u"givenPassphrase"_s);
    m_passphrase->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_passphrase->hide();
    layout->addWidget(m_passphrase);
    auto *buttons = lineOrFlow(8);
    auto *give = button(tr("Give a passphrase for the &first sign-in"));
    give->setObjectName(u"givePassphrase"_s);
    connect(give, &QPushButton::clicked, this, &AccessPart::givePassphrase);
    m_remove = button(tr("&Stop %1 signing in…").arg(literal(member.value.name)));
    m_remove->setObjectName(u"removeAccess"_s);
    m_remove->setVisible(member.id != m_services.records.session().staff());
    connect(m_remove, &QPushButton::clicked, this, &AccessPart::removeAccess);
    buttons->addWidget(give);
    auto *card = button(tr("&Quick card for this role…"), "link");
    card->setObjectName(u"quickCard"_s);
    connect(card, &QPushButton::clicked, this, [this] { previewQuickCard(m_member.value.role, m_services, m_navigator); });
    buttons->addWidget(m_remove);
    buttons->addWidget(card);
    pushRight(buttons);
    layout->addLayout(buttons);
    layout->addWidget(
        label(tr("Or hand the keyboard over, so that %1 types a password that nobody else knows:").arg(member.value.name), "soft", true));
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
    showState();
}

AccessPart::~AccessPart() = default;

bool AccessPart::isBusy() const { return m_background->isBusy(); }

void AccessPart::showState()
{
    const auto now = m_services.records.one(m_member.id);
    const Staff &member = now ? now->value : m_member.value;
    const Accounts::Entry entry = m_services.accounts.entryOf(member);
    const bool hasLeft = member.hasLeft(m_services.records.latestDay());
    const QString sentence = hasLeft       ? tr("%1 has left the team and can't sign in.")
        : entry == Accounts::Entry::None   ? tr("%1 has no password and can't sign in.")
        : member.choosesPassword           ? tr("%1 signs in with the passphrase that was given, and chooses a password then.")
        : entry == Accounts::Entry::ByName ? tr("%1 signs in with this name and a password. A new one replaces it.")
                                           : tr("%1 still signs in with the earlier name, until a new password is set.");
    m_state->setText(sentence.arg(member.name));
    m_remove->setEnabled(entry != Accounts::Entry::None);
}

void AccessPart::setPassword()
{
    if (const QString problem = m_password->problem(); !problem.isEmpty()) {
        tellOnPage(m_message, problem);
        return;
    }
    give(m_password->password(), Accounts::Known::Member, tr("%1 can sign in with the new password.").arg(m_member.value.name));
}

void AccessPart::givePassphrase()
{
    const QString passphrase = makePassphrase();
    m_passphrase->setText(passphrase);
    give(passphrase, Accounts::Known::ManagerToo,
        tr("Tell %1 this passphrase; it is shown this one time. At the first sign-in they choose a password that you don't know.")
            .arg(m_member.value.name));
}

void AccessPart::give(const QString &password, Accounts::Known known, const QString &good)
{
    if (m_background->isBusy())
        return;
    m_passphrase->hide();
    withPassword(
        this, m_services, tr("Set a password for %1").arg(m_member.value.name),
        [this, password, known, good]() -> Done {
            const auto job = m_services.accounts.preparation(m_member, password, known);
            if (!job)
                return job.error();
            tellOnPage(m_message, tr("Setting the password …"));
            m_set->setEnabled(false);
            m_background->ask(*job, [this, good](const Result<Accounts::Prepared> &prepared) { finish(prepared, good); });
            return {};
        },
        [this](const Done &done) {
            if (!done)
                tellOnPage(m_message, words::error(done.error()));
        });
}

void AccessPart::finish(const Result<Accounts::Prepared> &prepared, const QString &good)
{
    m_set->setEnabled(true);
    const Done granted = prepared ? m_services.accounts.grant(*prepared) : Done(prepared.error());
    if (!granted) {
        tellOnPage(m_message, words::error(granted.error()));
        return;
    }
    m_passphrase->setVisible(prepared->known == Accounts::Known::ManagerToo);
    m_password->clear();
    tellOnPage(m_message, {});
    m_remove->setEnabled(true);
    m_state->setText(good);
    m_navigator.say(tr("Saved"));
}

void AccessPart::removeAccess()
{
    withPassword(
        this, m_services, tr("Stop %1 signing in").arg(m_member.value.name),
        [this]() -> Done { return m_services.accounts.removeAccess(m_member.id); },
        [this](const Done &done) {
            m_passphrase->hide();
            if (!done) {
                tellOnPage(m_message, words::error(done.error()));
                return;
            }
            tellOnPage(m_message,
                tr("%1 can't sign in any more. If they must not read a copy either, give the file a new key under Settings, The house.")
                    .arg(m_member.value.name));
            showState();
        });
}

} // namespace keywork
