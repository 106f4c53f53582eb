// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/keys_part.h"

#include "core/base/background.h"
#include "core/services/house/accounts.h"
#include "core/services/keeping/hostel_file.h"
#include "ui/forms/password_again.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/told.h"

#include <QLineEdit>
#include <QTimer>

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
        label(tr("The recovery key opens the file when every password is lost. After somebody left who must not come back, stop "
                 "them signing in under Team, then give the file a new key: nobody else needs a new password."),
            "soft", true));
    m_message = label({}, "problem", true);
    m_message->setObjectName(u"keysMessage"_s);
    layout->addWidget(m_message);
    m_place = new QVBoxLayout;
    layout->addLayout(m_place);
    auto *buttons = wrappingLine(8);
    auto *recovery = button(tr("Another recovery &key…"));
    recovery->setObjectName(u"newRecoveryKey"_s);
    connect(recovery, &QPushButton::clicked, this, &KeysPart::offerRecoveryKey);
    auto *anew = button(tr("&New key for the file…"));
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
    m_place->addWidget(label(
        tr("Write this key down on paper and put it in the safe. Once it is replaced, the old key no longer opens the file."), "", true));
    m_place->addWidget(shown);
    auto *typed = labelledLine(m_place, tr("Type it from your paper, to be sure"), "recoveryKeyTyped");
    auto *keep = button(tr("Use this recovery key"), "primary");
    keep->setObjectName(u"useRecoveryKey"_s);
    auto *cancel = button(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        tellOnPage(m_message, {});
        QTimer::singleShot(0, this, [this] { emptyLayout(m_place); }); // takes this button down
    });
    auto *buttons = lineOrFlow(8);
    buttons->addWidget(keep);
    buttons->addWidget(cancel);
    pushRight(buttons);
    m_place->addLayout(buttons);
    connect(typed, &QLineEdit::returnPressed, keep, &QPushButton::click);
    connect(keep, &QPushButton::clicked, this, [this, key, typed] {
        if (HostelFile::sameRecoveryKey(typed->text(), key))
            placeRecoveryKey(key);
        else
            tellOnPage(m_message, tr("This is not the key that is shown. Please look again."));
    });
    typed->setFocus();
    QTimer::singleShot(0, keep, [keep] { bringIntoView(keep); });
}

void KeysPart::placeRecoveryKey(const QString &key)
{
    if (m_background->isBusy())
        return;
    withPassword(
        this, m_hostel.services(), tr("Replace the recovery key"),
        [this, key]() -> Done {
            const auto job = m_hostel.services().accounts.recoveryKeyPreparation(key);
            if (!job)
                return job.error();
            m_background->ask(*job, [this](const Result<std::shared_ptr<const KeySlot>> &slot) {
                const Done placed = slot ? m_hostel.services().accounts.replaceRecoveryKey(*slot) : Done(slot.error());
                tellOnPage(m_message, placed ? QString() : words::error(placed.error()));
                if (placed) {
                    emptyLayout(m_place);
                    m_navigator.say(tr("The new recovery key holds"));
                }
            });
            return {};
        },
        [this](const Done &done) {
            if (!done)
                tellOnPage(m_message, words::error(done.error()));
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
        label(tr("The whole file is written again with a new key. Whoever kept an old copy of it, or an old password, can't read what "
                 "is written from then on; the old copies themselves stay as they are. Everybody who stays signs in as before."),
            "", true));
    if (!names.isEmpty())
        m_place->addWidget(
            label(tr("These have not signed in for long and will need a new password: %1").arg(names.join(u", "_s)), "problem", true));
    auto *go = button(tr("Give the file a new key"), "primary");
    go->setObjectName(u"writeNewDataKey"_s);
    m_place->addWidget(go, 0, Qt::AlignLeft);
    connect(go, &QPushButton::clicked, this, [this] {
        withPassword(
            this, m_hostel.services(), tr("Give the file a new key"),
            [this]() -> Done {
                auto job = m_hostel.rewriting(OpenHostel::Rewriting::NewDataKey);
                if (!job)
                    return job.error();
                m_navigator.rewrite(*job, tr("The file has a new key. Please sign in."));
                return {};
            },
            [this](const Done &done) {
                if (!done)
                    tellOnPage(m_message, words::error(done.error()));
            });
    });
    go->setFocus();
    QTimer::singleShot(0, go, [go] { bringIntoView(go); });
}

} // namespace keywork
