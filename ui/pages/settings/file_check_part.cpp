// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/file_check_part.h"

#include "core/base/background.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/text/words_errors.h"
#include "ui/text/words_trust.h"

using namespace Qt::StringLiterals;

namespace keywork {

FileCheckPart::FileCheckPart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent)
    : Card(tr("Is the file whole?"), {}, parent)
    , m_hostel(hostel)
    , m_navigator(navigator)
    , m_background(std::make_unique<Background>())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    body()->addWidget(label(tr("Reads every page of the file and every entry of the history. Work can go on meanwhile."), "soft", true));
    m_check = button(tr("&Check the file now"));
    m_check->setObjectName(u"checkFile"_s);
    connect(m_check, &QPushButton::clicked, this, &FileCheckPart::check);
    body()->addWidget(m_check, 0, Qt::AlignLeft);
    m_said = new QVBoxLayout;
    m_said->setSpacing(6);
    body()->addLayout(m_said);
}

FileCheckPart::~FileCheckPart()
{
    m_stop->store(true); // a lock never waits for long
    m_background.reset();
}

bool FileCheckPart::isBusy() const { return m_background->isBusy(); }

void FileCheckPart::check()
{
    if (isBusy())
        return;
    m_check->setEnabled(false);
    emptyLayout(m_said);
    m_said->addWidget(label(tr("Reading …"), "strong"));
    m_background->ask([job = m_hostel.quietCheck(), stop = m_stop] { return job([stop] { return stop->load(); }); },
        [this](const Result<FileCheck> &found) { tell(found); });
}

void FileCheckPart::tell(const Result<FileCheck> &found)
{
    m_check->setEnabled(true);
    emptyLayout(m_said);
    if (!found) {
        m_said->addWidget(label(words::error(found.error()), "problem", true));
        return;
    }
    m_hostel.noteCheck(*found);
    if (found->isWhole())
        m_said->addWidget(label(tr("The file is whole."), "strong", true));
    addSome(found->history, [](const HistoryFinding &finding) { return words::auditFinding(finding); });
    addSome(words::rowsOlder(found->rows), [](const QString &line) { return line; });
    addSome(words::pagesFound(found->pages), [](const QString &line) { return line; });
    addSome(found->jumps, [](const ClockJump &jump) { return words::clockJump(jump); });
    if (found->damage.isEmpty())
        return;
    m_said->addWidget(
        label(tr("The file is damaged. What is asked for now may be missing. Go back to the last good backup above, or rescue "
                 "what can still be read; keep this file until that is done."),
            "problem", true));
    addSome(found->damage, [](const QString &line) { return tr("For technicians: %1").arg(line); });
    auto *rescue = button(tr("Rescue &what can still be read…"));
    rescue->setObjectName(u"rescueFile"_s);
    connect(rescue, &QPushButton::clicked, this, [this] { m_navigator.rescue(); });
    m_said->addWidget(rescue, 0, Qt::AlignLeft);
}

} // namespace keywork
