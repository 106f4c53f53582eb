// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "core/services/records/undo.h"
#include "ui/shell/workspace.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace keywork {

void Workspace::undo()
{
    // The text first: fields see the key before this does, and an edited page keeps its words.
    const auto whole = m_services.undo.takesOut();
    if (whole && !isToldAbout(*whole))
        return;
    const QList<qint64> before = m_services.records.lastCommit();
    if (const Done undone = m_services.undo.last(tr("undone")); !undone) {
        const bool nothing = undone.error().kind == ErrorKind::NotAllowedNow;
        m_navigator.refuse(nothing ? tr("Nothing to undo here.") : words::error(undone.error()));
        return;
    }
    const bool wasTakenBack = m_takenBack.isEmpty() || m_takenBack != before;
    m_takenBack = wasTakenBack ? m_services.records.lastCommit() : QList<qint64>();
    if (!whole)
        return m_navigator.say(
            wasTakenBack ? tr("Undone. Ctrl+Z once more brings it back.") : tr("As it was before Ctrl+Z. Ctrl+Z once more undoes it."));
    if (m_here && m_here->person == whole->person.value) // there is nothing to stand on any more
        openPlace(u"today"_s);
    m_navigator.say(tr("%1 is not taken in. Ctrl+Z once more brings them back.").arg(whole->name));
}

/// A whole person is taken out by a second press only, with the sentence about it in view.
bool Workspace::isToldAbout(const Undo::TakenIn &whole)
{
    const QList<qint64> last = m_services.records.lastCommit();
    if (m_saved->isVisible() && m_toldUndo == last)
        return true;
    m_toldUndo = last;
    QStringList along;
    for (const RecordType *type : whole.along)
        along.append(words::label(type->title).toLower());
    m_navigator.refuse(along.isEmpty() ? tr("Ctrl+Z again takes %1 out as entered in error").arg(whole.name)
                                       : tr("Ctrl+Z again takes %1 out as entered in error, with %2").arg(whole.name, along.join(u", "_s)));
    return false;
}

} // namespace keywork
