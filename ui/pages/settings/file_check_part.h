// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/keeping/file_check.h"
#include "core/services/keeping/open_hostel.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

#include <atomic>

namespace keywork {

class Background;

/// Reads the whole file beside the work, says whether it is whole, and where it is not, what can be done.
class FileCheckPart : public Card {
    Q_OBJECT
public:
    FileCheckPart(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    ~FileCheckPart() override;
    bool isBusy() const;

private:
    void check();
    void tell(const Result<FileCheck> &found);
    template <class T, class Said> void addSome(const QList<T> &lines, Said said)
    {
        constexpr int kShown = 6;
        for (const T &line : lines.mid(0, kShown))
            m_said->addWidget(label(said(line), "soft", true));
        if (lines.size() > kShown)
            m_said->addWidget(label(tr("and %1 more").arg(lines.size() - kShown), "soft", true));
    }
    OpenHostel &m_hostel;
    const Navigator m_navigator;
    std::unique_ptr<Background> m_background;
    std::shared_ptr<std::atomic<bool>> m_stop;
    QVBoxLayout *m_said = nullptr;
    QPushButton *m_check = nullptr;
};

} // namespace keywork
