// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/keys_part.h"

#include "core/base/background.h"
#include "ui/forms/password_again.h"
#include "ui/text/words.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace keywork {

KeysPart::KeysPart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_hostel(hostel)
    , m_navigator(navigator)
    , m_background(std::make_unique<Background>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    layout->addWidget(label(tr("Keys of the file"), "cardTitle"));
    layout->addWidget(
        label(tr("The recovery key opens the file when every password is lost. After somebody left who must not come back, take "
                 "their way in away under Team, then give the file a new data key: nobody else needs a new password."),
            "soft", true));
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"keysMessage"_s);
    layout->addWidget(m_message);
    m_place = new QVBoxLayout;
    layout->addLayout(m_place);
    auto *buttons = lineOrFlow(8);
    auto *recovery = button(tr("Another recovery &key…"));
    recovery->setObjectName(u"newRecoveryKey"_s);
    connect(recovery, &QPushButton::clicked, this, &KeysPart::offerRecoveryKey);
    auto *anew = button(tr("New &data key…"));
    anew->setObjectName(u"newDataKey"_s);
    connect(anew, &QPushButton::clicked, this, &KeysPart::newDataKey);
    buttons->addWidget(recovery);
    buttons->addWidget(anew);
    pushRight(buttons);
    layout->addLayout(buttons);
}

KeysPart::~KeysPart() = default;

void KeysPart::offerRecoveryKey()
{
    emptyLayout(m_place);
    const QString key = HostelFile::makeRecoveryKey();
    auto *shown = label(HostelFile::grouped(key), "cardTitle", true);
    shown->setObjectName(u"recoveryKeyShown"_s);
    m_place->addWidget(
        label(tr("Write this key down on paper and put it in the safe. The one until now opens nothing from then on."), "", true));
    m_place->addWidget(shown);
    auto *typed = labelledLine(m_place, tr("Type it from your paper, to be sure"), "recoveryKeyTyped");
    auto *keep = button(tr("Use this recovery key"), "primary");
    keep->setObjectName(u"useRecoveryKey"_s);
    m_place->addWidget(keep, 0, Qt::AlignLeft);
    connect(keep, &QPushButton::clicked, this, [this, key, typed] {
        if (HostelFile::sameRecoveryKey(typed->text(), key))
            placeRecoveryKey(key);
        else
            m_message->setText(tr("This is not the key that is shown. Please look again."));
    });
    typed->setFocus();
}

void KeysPart::placeRecoveryKey(const QString &key)
{
    if (m_background->isBusy())
        return;
    withPassword(
        this, m_hostel.services(),
        [this, key]() -> Done {
            const auto job = m_hostel.services().accounts.recoveryKeyPreparation(key);
            if (!job)
                return job.error();
            m_background->ask(*job, [this](const Result<std::shared_ptr<const KeySlot>> &slot) {
                const Done placed = slot ? m_hostel.services().accounts.replaceRecoveryKey(*slot) : Done(slot.error());
                m_message->setText(placed ? QString() : words::error(placed.error()));
                if (placed) {
                    emptyLayout(m_place);
                    m_navigator.say(tr("The new recovery key holds"));
                }
            });
            return {};
        },
        [this](const Done &done) {
            if (!done)
                m_message->setText(words::error(done.error()));
        });
}

void KeysPart::newDataKey()
{
    const auto old = m_hostel.services().accounts.withoutKeyPair();
    QStringList names;
    for (const Kept<Staff> &member : old ? *old : QList<Kept<Staff>>())
        names.append(member.value.name);
    emptyLayout(m_place);
    m_place->addWidget(
        label(tr("The file is written anew with another key: a copy of the old header or an old password opens nothing that is "
                 "written from then on. Copies that somebody already has stay as they are."),
            "", true));
    if (!names.isEmpty())
        m_place->addWidget(
            label(tr("These have not signed in for long and will need a new password: %1").arg(names.join(u", "_s)), "problem", true));
    auto *go = button(tr("Write the file with a new data key"), "primary");
    go->setObjectName(u"writeNewDataKey"_s);
    m_place->addWidget(go, 0, Qt::AlignLeft);
    connect(go, &QPushButton::clicked, this, [this] {
        withPassword(
            this, m_hostel.services(),
            [this]() -> Done {
                auto job = m_hostel.rewriting(OpenHostel::Rewriting::NewDataKey);
                if (!job)
                    return job.error();
                m_navigator.rewrite(*job, tr("The file has a new data key. Please sign in."));
                return {};
            },
            [this](const Done &done) {
                if (!done)
                    m_message->setText(words::error(done.error()));
            });
    });
    go->setFocus();
}

} // namespace keywork
