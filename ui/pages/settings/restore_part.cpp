// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/restore_part.h"

#include "core/base/background.h"
#include "core/domain/kinds.h"
#include "core/services/keeping/backups.h"
#include "core/services/keeping/open_hostel.h"
#include "core/services/records/history_lines.h"
#include "core/services/records/records.h"
#include "ui/forms/password_again.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_history.h"
#include "ui/widgets/flow_layout.h"

#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace keywork {

RestorePart::RestorePart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Card(tr("Going back to a backup"), {}, parent)
    , m_hostel(hostel)
    , m_services(hostel.services())
    , m_navigator(navigator)
    , m_background(std::make_unique<Background>())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    hide();
}

RestorePart::~RestorePart()
{
    m_stop->store(true); // a lock never waits for long
    m_background.reset();
}

bool RestorePart::isBusy() const { return m_background->isBusy(); }

void RestorePart::look(const QString &path) { preview({.backup = path}); }

void RestorePart::begin()
{
    clear();
    show();
}

void RestorePart::askForKey(const QString &path)
{
    begin();
    auto *secret = labelledLine(body(), tr("Passphrase of this backup, or the recovery key"), "backupSecret");
    auto *go = button(tr("Read the backup"), "primary");
    connect(go, &QPushButton::clicked, this, [this, path, secret] {
        if (!secret->text().isEmpty())
            preview({.backup = path, .secret = secret->text()});
    });
    connect(secret, &QLineEdit::returnPressed, go, &QPushButton::click);
    body()->addWidget(go, 0, Qt::AlignLeft);
    secret->setFocus();
}

void RestorePart::preview(const OpenHostel::RestoreFrom &from)
{
    const auto job = m_hostel.restorePreview(from);
    if (!job) {
        m_navigator.refuse(job.error());
        return;
    }
    if (isBusy())
        return;
    begin();
    body()->addWidget(label(tr("Reading the backup to its last page …"), "", true));
    m_background->ask([job = *job, stop = m_stop] { return job([stop] { return stop->load(); }); },
        [this, from](const Result<RestorePreview> &held) {
            if (held) {
                m_hostel.noteBackupRead(*held);
                showPreview(from, *held);
                return;
            }
            if (held.error().kind == ErrorKind::WrongPassword && from.secret.isEmpty()) {
                askForKey(from.backup);
                return;
            }
            begin();
            body()->addWidget(label(words::error(held.error()), "problem", true));
        });
}

void RestorePart::showPreview(const OpenHostel::RestoreFrom &from, const RestorePreview &preview)
{
    begin();
    const Clock &clock = m_services.records.clock();
    const QDateTime at = clock.local(preview.madeAt);
    body()->addWidget(label(preview.madeAt.toMSecsSinceEpoch() > 0
            ? tr("Backup of %1, %2: whole, every page was read.").arg(words::date(at.date()), words::time(at))
            : tr("The file from before the restore: whole, every page was read."),
        "strong", true));
    body()->addWidget(label(preview.entriesSince == 0 ? tr("Nothing was done since.")
            : preview.entriesSince == 1               ? tr("One entry of the history is newer. Restoring takes it back.")
            : preview.lost.isEmpty()
            ? tr("%1 entries of the history are newer; none of them changed a record.").arg(preview.entriesSince)
            : tr("%1 entries of the history are newer. Restoring takes this back, also what others did:").arg(preview.entriesSince),
        "", true));
    for (auto count = preview.counts.cbegin(); count != preview.counts.cend(); ++count)
        if (const RecordType *type = kindOf(count.key()))
            body()->addWidget(
                label(tr("%1: now %2, then %3").arg(words::label(type->titleMany)).arg(count->first).arg(count->second), "soft", true));
    for (const HistoryLine &line : preview.lost.mid(0, 8)) {
        const QDateTime when = clock.local(line.at);
        body()->addWidget(label(QStringList{words::date(when.date()) + u' ' + words::time(when), line.by, line.personNumber,
                                    words::historySentence(line, m_services.records.choices(), m_services.records.clock())}
                                    .filter(QRegularExpression(u"."_s))
                                    .join(u" · "_s),
            "soft", true));
    }
    body()->addWidget(
        label(tr("The present file is kept aside, and the restore can be undone. Records that were erased since stay erased."), "", true));
    auto *buttons = lineOrFlow(8);
    auto *go = button(tr("R&estore this backup"));
    go->setObjectName(u"restore"_s);
    connect(go, &QPushButton::clicked, this, [this, from, hasStaff = preview.hasStaff] { restore(from, hasStaff); });
    auto *stay = button(tr("Keep the present file"), "primary");
    connect(stay, &QPushButton::clicked, this, [this] { hide(); });
    buttons->addWidget(stay);
    buttons->addWidget(go);
    pushRight(buttons);
    body()->addLayout(buttons);
    stay->setFocus();
}

void RestorePart::restore(const OpenHostel::RestoreFrom &from, bool hasStaff)
{
    withPasswordAnew(
        this, m_services, tr("Put the backup in the place of the present file"),
        [this, from, hasStaff]() -> Done {
            auto job = m_hostel.restoring(from);
            if (!job)
                return job.error();
            m_navigator.rewrite(*job,
                hasStaff ? tr("Restored. Please sign in with the password of that day.")
                         : tr("Restored. Please sign in with your password."));
            return {};
        },
        [this](const Done &done) {
            if (!done)
                m_navigator.refuse(done.error());
        });
}

} // namespace keywork
