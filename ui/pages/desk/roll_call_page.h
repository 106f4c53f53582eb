// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/roll_calls.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class RecordEditor;
struct DraftPlace;

/// The part of the draft's place of the form that asks how a roll call ended.
inline constexpr const char *kRollEnding = "roll-ending";

/// The roll call that goes on: printed with one press, and large on the screen, where each is ticked; who is still missing stands
/// on top.
class RollCallPage : public Page {
    Q_OBJECT
public:
    RollCallPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    /// The whole way of "Print now" on this printer; also for tests.
    void printOn(QPrinter &printer);

private:
    QLayout *buildButtons();
    void show();
    void showNone();
    void addGroup(const QString &title, const std::function<bool(const RollLine &)> &holds, QLayout *rows);
    void addRow(const RollLine &line, QLayout *rows);
    void tick(const RollLine &line, bool isThere);
    void tickFirst();
    void printNow();
    void preview();
    void begin();
    void begunFocus();
    DraftPlace endingPlace() const;
    bool mayPrint() const;
    void openEnding();
    void takeBack();
    Result<Printout> printout() const;
    bool isFound(const RollLine &line) const;
    QLabel *m_count = nullptr;
    QLabel *m_message = nullptr;
    QLineEdit *m_filter = nullptr;
    QWidget *m_list = nullptr;
    QWidget *m_ending = nullptr;
    QPushButton *m_begin = nullptr;
    QList<QPushButton *> m_running; ///< what there is to press while one goes on
    RecordEditor *m_editor = nullptr;
    std::optional<RollCallNow> m_now;
};

} // namespace keywork
